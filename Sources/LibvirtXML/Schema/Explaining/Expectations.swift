/// What a pattern would have taken, for messages.
extension Derivatives {
    /// The elements that may come next.
    func expectedElements(_ index: Index) -> [String] {
        let pattern = compiler.pool[index]
        switch pattern.operation {
        case .element: return compiler.names(ofElement: pattern.left).names
        case .choice, .interleave: return expectedElements(pattern.left) + expectedElements(pattern.right)
        case .group:
            let first = expectedElements(pattern.left)
            return compiler.pool.isNullable(pattern.left) ? first + expectedElements(pattern.right) : first
        case .oneOrMore, .after: return expectedElements(pattern.left)
        default: return []
        }
    }

    /// The attributes that may still come.
    func expectedAttributes(_ index: Index) -> [GrammarCompiler.AttributeDefinition] {
        let pattern = compiler.pool[index]
        switch pattern.operation {
        case .attribute: return [compiler.attributes[Int(pattern.left)]]
        case .choice, .interleave, .group:
            return expectedAttributes(pattern.left) + expectedAttributes(pattern.right)
        case .oneOrMore, .after: return expectedAttributes(pattern.left)
        default: return []
        }
    }

    /// The values, or descriptions of values, that a text may have.
    func expectedValues(_ index: Index) -> [String] {
        let pattern = compiler.pool[index]
        switch pattern.operation {
        case .value: return [compiler.values[Int(pattern.left)].text]
        case .data: return [compiler.data[Int(pattern.left)].description]
        case .choice, .interleave, .group: return expectedValues(pattern.left) + expectedValues(pattern.right)
        case .oneOrMore, .after, .list: return expectedValues(pattern.left)
        default: return []
        }
    }

    /// Whether text of some kind may come next.
    func expectsText(_ index: Index) -> Bool {
        let pattern = compiler.pool[index]
        switch pattern.operation {
        case .text, .value, .data, .list: return true
        case .choice, .interleave, .group: return expectsText(pattern.left) || expectsText(pattern.right)
        case .oneOrMore, .after: return expectsText(pattern.left)
        default: return false
        }
    }

    /// The attributes without which the start tag cannot end: one of each set.
    mutating func missingAttributes(_ index: Index) -> [[String]] {
        let pattern = compiler.pool[index]
        switch pattern.operation {
        case .attribute: return [compiler.attributes[Int(pattern.left)].names.names]
        case .interleave, .group: return missingAttributes(pattern.left) + missingAttributes(pattern.right)
        case .oneOrMore, .after: return missingAttributes(pattern.left)
        case .choice:
            if close(pattern.left) != PatternPool.notAllowed || close(pattern.right) != PatternPool.notAllowed {
                return []
            }
            return Derivatives.either(missingAttributes(pattern.left), missingAttributes(pattern.right))
        default: return []
        }
    }

    /// The elements without which the element cannot end: one of each set.
    func missingElements(_ index: Index) -> [[String]] {
        let pattern = compiler.pool[index]
        guard pattern.operation == .after || !compiler.pool.isNullable(index) else { return [] }
        switch pattern.operation {
        case .element: return [compiler.names(ofElement: pattern.left).names]
        case .interleave, .group: return missingElements(pattern.left) + missingElements(pattern.right)
        case .oneOrMore, .after: return missingElements(pattern.left)
        case .choice: return Derivatives.either(missingElements(pattern.left), missingElements(pattern.right))
        default: return []
        }
    }

    /// Of two alternatives the one that lacks less; of two that lack one set each, either.
    private static func either(_ left: [[String]], _ right: [[String]]) -> [[String]] {
        if let left = left.first, let right = right.first, left.count + right.count > 0 {
            return [left + right.filter { !left.contains($0) }]
        }
        return left.isEmpty ? right : left
    }
}
