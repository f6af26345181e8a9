/// Which child of one definition belongs to which of the other.
struct Pairing: Sendable {
    let left: [Twin]
    let right: [Twin]
    let parent: Place
    /// The page of the rule book that is about all of them.
    let page: Int
    /// For each on the left, its partner on the right.
    private(set) var partners: [Int?]
    private var isTaken: [Bool]

    init(_ twins: Twins, rule: ListRule?, parent: Place) {
        left = twins.left.map { Twin($0, by: rule) }
        right = twins.right.map { Twin($0, by: rule) }
        (page, self.parent) = (twins.page, parent)
        partners = Array(repeating: nil, count: left.count)
        isTaken = Array(repeating: false, count: right.count)
    }

    var freeLeft: [Int] { partners.indices.filter { partners[$0] == nil } }
    var freeRight: [Int] { isTaken.indices.filter { !isTaken[$0] } }
    /// Whether nothing has a partner yet, and nobody will be without one.
    var isWhollyFree: Bool { freeLeft.count == left.count && left.count == right.count }

    func place(ofLeft index: Int) -> Place {
        Place(left[index], in: parent, page: page, number: isMany ? index + 1 : nil)
    }

    func place(ofRight index: Int) -> Place {
        Place(right[index], in: parent, page: page, number: isMany ? index + 1 : nil)
    }

    private var isMany: Bool { left.count > 1 || right.count > 1 }

    mutating func pair(_ left: Int, _ right: Int) {
        guard partners[left] == nil, !isTaken[right] else { return }
        partners[left] = right
        isTaken[right] = true
    }

    /// Pairs those that have the same key.
    mutating func pairKeys() {
        var places: [Place.Key: [Int]] = [:]
        for index in right.indices.reversed() {
            if let key = right[index].key { places[key, default: []].append(index) }
        }
        for (index, twin) in left.enumerated() {
            if let key = twin.key, let match = places[key]?.popLast() { pair(index, match) }
        }
    }

    /// Pairs those that say the same in every respect.
    mutating func pairEquals() {
        if freeLeft.isEmpty || freeRight.isEmpty { return }
        var places = Dictionary(grouping: freeRight.reversed()) { right[$0].fact }
        for index in freeLeft {
            if let match = places[left[index].fact]?.popLast() { pair(index, match) }
        }
    }

    /// Whether two that differ in so many things are one thing that was changed, and not one gone and one come.
    func isAcceptable(_ first: Int, _ second: Int, distance: Int) -> Bool {
        left[first].isAcceptable(as: right[second], distance: distance)
    }
}

/// Yes or no for each pair of a row and a column.
struct Matrix {
    private var cells: [Bool]
    let rows: Int
    let columns: Int

    init(rows: Int, columns: Int) {
        (self.rows, self.columns) = (rows, columns)
        cells = Array(repeating: false, count: rows * columns)
    }

    subscript(row: Int, column: Int) -> Bool {
        get { cells[row * columns + column] }
        set { cells[row * columns + column] = newValue }
    }

    /// Whether every row can have a column of its own; equality makes taking the first free one right.
    var isPermutation: Bool {
        var isTaken = Array(repeating: false, count: columns)
        for row in 0..<rows {
            guard let column = (0..<columns).first(where: { self[row, $0] && !isTaken[$0] }) else { return false }
            isTaken[column] = true
        }
        return rows == columns
    }

    /// The longest list of pairs whose rows and columns both rise.
    func longestRun() -> [(Int, Int)] {
        var lengths = Array(repeating: 0, count: (rows + 1) * (columns + 1))
        let width = columns + 1
        for row in (0..<rows).reversed() {
            for column in (0..<columns).reversed() {
                lengths[row * width + column] =
                    self[row, column]
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var run: [(Int, Int)] = [], row = 0, column = 0
        while row < rows, column < columns {
            if self[row, column] {
                run.append((row, column))
                (row, column) = (row + 1, column + 1)
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return run
    }
}
