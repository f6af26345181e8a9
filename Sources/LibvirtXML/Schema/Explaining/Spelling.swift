/// Guesses what a misspelled word was meant to be.
package enum Spelling {
    /// The word that takes the fewest changes to get to, if these are few for its length.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        let limit = word.count < 5 ? 1 : max(2, word.count / 4)
        let ranked = candidates.filter { abs($0.count - word.count) <= limit && $0 != word }
            .map { (word: $0, distance: distance(word, $0)) }
        if let near = ranked.min(by: { $0.distance < $1.distance }), near.distance <= limit { return near.word }
        // Cut short: `val` for `value`.
        let longer = candidates.filter { word.count > 2 && $0.hasPrefix(word) }
        return longer.count == 1 ? longer.first : nil
    }

    /// How many letters must be put in, taken out, replaced or swapped with their neighbour.
    package static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.lowercased()), right = Array(right.lowercased())
        var beforeLast: [Int] = [], last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let isSame = left[row] == right[column]
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
