extension Comparison {
    /// Compares all children of one name.
    mutating func compare(_ twins: Twins, in place: Place) -> [Change] {
        let rule = book[twins.page].list
        if twins.areSingle { return compareSingles(twins, by: rule, in: place) }
        var pairing = Pairing(twins, rule: rule, parent: place)
        pairing.pairKeys()
        if rule?.isOrdered == true {
            if let reordering = pairInOrder(&pairing) { return [reordering] }
        } else {
            pairing.pairEquals()
        }
        pairSimilar(&pairing)
        return changes(in: pairing)
    }

    /// Compares the only child of a name with the only one on the other side, or with nothing.
    private mutating func compareSingles(_ twins: Twins, by rule: ListRule?, in place: Place) -> [Change] {
        let left = twins.left.first.map { Twin($0, by: rule) }, right = twins.right.first.map { Twin($0, by: rule) }
        var found: [Change] = []
        if let left, let right {
            found = differences(left.fact, right.fact, at: Place(left, in: place, page: twins.page))
            if rule == nil || left.isAcceptable(as: right, distance: found.count) { return found }
            found = []
        }
        if let left {
            found += presence(of: left.fact, at: Place(left, in: place, page: twins.page), isAdded: false)
        }
        if let right {
            found += presence(of: right.fact, at: Place(right, in: place, page: twins.page), isAdded: true)
        }
        return found
    }

    private mutating func changes(in pairing: Pairing) -> [Change] {
        var found: [Change] = []
        for (index, twin) in pairing.left.enumerated() {
            let place = pairing.place(ofLeft: index)
            if let partner = pairing.partners[index] {
                found += differences(twin.fact, pairing.right[partner].fact, at: place)
            } else {
                found += presence(of: twin.fact, at: place, isAdded: false)
            }
        }
        for index in pairing.freeRight {
            found += presence(of: pairing.right[index].fact, at: pairing.place(ofRight: index), isAdded: true)
        }
        return found
    }

    /// How many differences a pair would have; `nil` when too many have been tried.
    private mutating func distance(_ left: Int, _ right: Int, in pairing: Pairing) -> Int? {
        guard trials > 0 else { return nil }
        trials -= 1
        return differences(pairing.left[left].fact, pairing.right[right].fact, at: pairing.place(ofLeft: left)).count
    }

    /// Pairs what is left with what is most like it, if it is like it at all.
    private mutating func pairSimilar(_ pairing: inout Pairing) {
        for left in pairing.freeLeft where trials > 0 {
            var best: (right: Int, distance: Int)?
            for right in pairing.freeRight {
                guard let distance = distance(left, right, in: pairing) else { break }
                if distance < best?.distance ?? .max, pairing.isAcceptable(left, right, distance: distance) {
                    best = (right, distance)
                }
                if distance == 0 { break }
            }
            if let best { pairing.pair(left, best.right) }
        }
    }

    /// Pairs equals along the longest run of them, and what stands between them by its place.
    ///
    /// - Returns: The one change, when the two sides differ in the order and in nothing else.
    private mutating func pairInOrder(_ pairing: inout Pairing) -> Change? {
        let left = pairing.freeLeft, right = pairing.freeRight
        guard left.count * right.count <= trials else { return nil }
        var isEqual = Matrix(rows: left.count, columns: right.count)
        for (row, i) in left.enumerated() {
            for (column, j) in right.enumerated() { isEqual[row, column] = distance(i, j, in: pairing) == 0 }
        }
        let run = isEqual.longestRun()
        if pairing.isWhollyFree, run.count < left.count, isEqual.isPermutation {
            return reordering(of: pairing)
        }
        var row = 0, column = 0
        for anchor in run + [(left.count, right.count)] {
            while row < anchor.0, column < anchor.1 {
                let count = distance(left[row], right[column], in: pairing) ?? 0
                if pairing.isAcceptable(left[row], right[column], distance: count) {
                    pairing.pair(left[row], right[column])
                }
                (row, column) = (row + 1, column + 1)
            }
            if anchor.0 < left.count { pairing.pair(left[anchor.0], right[anchor.1]) }
            (row, column) = (anchor.0 + 1, anchor.1 + 1)
        }
        return nil
    }

    private func reordering(of pairing: Pairing) -> Change {
        func shown(_ twins: [Twin]) -> String {
            twins.map(\.fact).map { $0.attributes.count == 1 ? $0.attributes.entries[0].value.shown : $0.shown }
                .joined(separator: ", ")
        }
        let place = Place(Twin(pairing.left[0].fact), in: pairing.parent, page: pairing.page)
        return Change(
            path: place.shown, kind: .reordered, before: shown(pairing.left), after: shown(pairing.right),
            effect: effect(of: place.page, at: place))
    }
}
