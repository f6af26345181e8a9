/// Where a comparison is.
struct Place: Sendable {
    /// The names from the outermost element on, without itself.
    var path: [String] = []
    /// The same as an XPath.
    var shown: String
    /// The device, or whatever stands two levels below the outermost element.
    var device: Fact?

    init(root: Fact) { shown = "/" + root.name }

    /// The place of a child; `number` is its place among its twins, `nil` for the only one.
    func child(_ fact: Fact, key: Key?, number: Int?) -> Place {
        var child = self
        child.path.append(fact.key)
        child.shown += "/" + fact.name + (key.flatMap(\.predicate) ?? number.map { "[\($0)]" } ?? "")
        if child.path.count == 2 { child.device = fact }
        return child
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
