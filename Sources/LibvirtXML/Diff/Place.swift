/// Where a comparison is.
final class Place: Sendable {
    /// The page of the rule book that is about it.
    let page: Int
    private let fact: Fact
    private let parent: Place?
    private let depth: Int
    private let key: Key?
    private let number: Int?

    init(root: Fact) { (page, fact, parent, depth, key, number) = (0, root, nil, 0, nil, nil) }

    /// The place of a child; `number` is its place among its twins, `nil` for the only one.
    init(_ twin: Twin, in parent: Place, page: Int, number: Int? = nil) {
        depth = parent.depth + 1
        (fact, key, self.parent, self.page, self.number) = (twin.fact, twin.key, parent, page, number)
    }

    /// The device, or whatever stands two levels below the outermost element.
    var device: Fact? { depth == 2 ? fact : parent?.device }

    /// The place as an XPath.
    var shown: String {
        (parent?.shown ?? "") + "/" + fact.name + (key.flatMap(\.predicate) ?? number.map { "[\($0)]" } ?? "")
    }

    /// What tells an element from its twins.
    struct Key: Hashable, Sendable {
        var parts: [[String]]
        var values: [Value]

        /// The key of a fact by a list's rule, `nil` when it has none of them.
        init?(of fact: Fact, by rule: ListRule) {
            for parts in rule.keys {
                let values = parts.compactMap { fact.value(at: $0[...]) }
                guard values.count == parts.count else { continue }
                (self.parts, self.values) = (parts, values)
                return
            }
            return nil
        }

        /// `[@type='pci'][@index='0']`, `nil` where a value cannot be quoted.
        var predicate: String? {
            let steps = zip(parts, values).map { part, value -> String? in
                let quote = value.shown.contains("'") ? "\"" : "'"
                return value.shown.contains("\"")
                    ? nil : "[\(part.joined(separator: "/"))=\(quote)\(value.shown)\(quote)]"
            }
            return steps.contains(nil) ? nil : steps.compactMap(\.self).joined()
        }
    }
}
