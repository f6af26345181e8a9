/// Where a comparison is.
final class Place: Sendable {
    /// The page of the rule book that is about it.
    let page: Int
    /// The device, or whatever stands two levels below the outermost element.
    let device: Fact?
    private let parent: Place?
    private let depth: Int
    /// What follows the parent in the XPath.
    private let name: String
    private let key: Key?
    private let number: Int?

    init(root: Fact) { (page, device, parent, depth, name, key, number) = (0, nil, nil, 0, root.name, nil, nil) }

    /// The place of a child; `number` is its place among its twins, `nil` for the only one.
    init(_ fact: Fact, in parent: Place, page: Int, key: Key? = nil, number: Int? = nil) {
        depth = parent.depth + 1
        device = depth == 2 ? fact : parent.device
        (self.parent, self.page, self.key, self.number, name) = (parent, page, key, number, fact.name)
    }

    /// The place as an XPath.
    var shown: String {
        (parent?.shown ?? "") + "/" + name + (key.flatMap(\.predicate) ?? number.map { "[\($0)]" } ?? "")
    }

    /// What tells an element from its twins.
    struct Key: Hashable, Sendable {
        var parts: [String]
        var values: [Value]

        /// The key of a fact by a list's rule, `nil` when it has none of them.
        init?(of fact: Fact, by rule: ListRule) {
            for parts in rule.keys {
                let values = parts.compactMap { fact[$0] }
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
                    ? nil : "[\(part.isEmpty ? "." : part)=\(quote)\(value.shown)\(quote)]"
            }
            return steps.contains(nil) ? nil : steps.compactMap(\.self).joined()
        }
    }
}
