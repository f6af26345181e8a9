/// One pattern of a grammar; `left` and `right` are indices of other patterns or of definitions.
struct Pattern: Hashable {
    enum Operation: UInt8 {
        case empty, notAllowed, text, choice, interleave, group, oneOrMore, list, data, value, attribute, element, after
    }

    var operation: Operation
    var left: Int32 = 0
    var right: Int32 = 0
}

/// All patterns of one explanation; equal ones exist once, so that they are compared by index.
struct PatternPool {
    typealias Index = Int32

    static let notAllowed: Index = 0
    static let empty: Index = 1
    static let text: Index = 2

    private var patterns: [Pattern] = []
    private var known: [Pattern: Index] = [:]
    private var nullable: [Bool] = []

    init() {
        _ = add(Pattern(operation: .notAllowed))
        _ = add(Pattern(operation: .empty))
        _ = add(Pattern(operation: .text))
    }

    subscript(index: Index) -> Pattern { patterns[Int(index)] }

    /// Whether the pattern matches nothing at all.
    func isNullable(_ index: Index) -> Bool { nullable[Int(index)] }

    mutating func add(_ pattern: Pattern) -> Index {
        if let index = known[pattern] { return index }
        let index = Index(patterns.count)
        let matchesNothing: Bool
        switch pattern.operation {
        case .empty, .text: matchesNothing = true
        case .choice: matchesNothing = isNullable(pattern.left) || isNullable(pattern.right)
        case .interleave, .group: matchesNothing = isNullable(pattern.left) && isNullable(pattern.right)
        case .oneOrMore: matchesNothing = isNullable(pattern.left)
        default: matchesNothing = false
        }
        patterns.append(pattern)
        nullable.append(matchesNothing)
        known[pattern] = index
        return index
    }

    mutating func choice(_ left: Index, _ right: Index) -> Index {
        if left == Self.notAllowed || contains(right, left) { return right }
        if right == Self.notAllowed || contains(left, right) { return left }
        return add(Pattern(operation: .choice, left: left, right: right))
    }

    mutating func interleave(_ left: Index, _ right: Index) -> Index {
        join(.interleave, left, right)
    }

    mutating func group(_ left: Index, _ right: Index) -> Index { join(.group, left, right) }

    mutating func after(_ left: Index, _ right: Index) -> Index {
        if left == Self.notAllowed || right == Self.notAllowed { return Self.notAllowed }
        return add(Pattern(operation: .after, left: left, right: right))
    }

    mutating func oneOrMore(_ index: Index) -> Index {
        if index == Self.notAllowed || index == Self.empty { return index }
        return add(Pattern(operation: .oneOrMore, left: index))
    }

    mutating func optional(_ index: Index) -> Index { choice(index, Self.empty) }

    private mutating func join(_ operation: Pattern.Operation, _ left: Index, _ right: Index) -> Index {
        if left == Self.notAllowed || right == Self.notAllowed { return Self.notAllowed }
        if left == Self.empty { return right }
        if right == Self.empty { return left }
        return add(Pattern(operation: operation, left: left, right: right))
    }

    /// Whether `member` is one of the alternatives of `index`.
    private func contains(_ index: Index, _ member: Index) -> Bool {
        if index == member { return true }
        let pattern = self[index]
        return pattern.operation == .choice && (contains(pattern.left, member) || contains(pattern.right, member))
    }
}
