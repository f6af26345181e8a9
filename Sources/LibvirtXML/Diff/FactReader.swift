/// Reads facts from a document by the rules of its kind.
struct FactReader {
    let rules: RuleSet

    /// The outermost element with everything in it.
    func read(_ root: XMLNode) -> Fact {
        var fact = read(root, at: [], isQualified: false)
        complete(&fact, at: [], in: fact)
        return fact
    }

    private func read(_ node: XMLNode, at path: [String], isQualified: Bool) -> Fact {
        var fact = Fact(name: node.name)
        fact.node = node
        let attributes = node.attributes
        let isQualified = isQualified || attributes.contains { isDeclaration($0.name) }
        if isQualified, let namespace = node.namespace { fact.key = FactReader.prefix(for: namespace) + node.localName }
        let elements = node.elements
        fact.children = elements.map { read($0, at: path + [$0.name], isQualified: isQualified) }
        var units: Set<String> = []
        for (name, value) in attributes where !isDeclaration(name) {
            let kind = rules.kind(of: path, attribute: name)
            let unit = rules.unit(of: kind, named: "unit", in: attributes)
            if unit != nil { units.insert("unit") }
            fact.attributes[name] = kind.value(value, unit: unit)
        }
        let text = elements.isEmpty ? node.text : ""
        if !text.allSatisfy(\.isWhitespace) {
            let kind = rules.kind(of: path, attribute: nil)
            let unit = rules.unit(of: kind, named: "unit", in: attributes)
            if unit != nil { units.insert("unit") }
            fact.text = kind.value(text, unit: unit)
        }
        for unit in units { fact.attributes[unit] = nil }
        return fact
    }

    /// What stands for a namespace, whatever prefix the document gives it; libvirt's own have short names.
    private static func prefix(for namespace: String) -> String {
        let parts = namespace.split(separator: "/")
        guard namespace.hasPrefix("http://libvirt.org/schemas/"), parts.count >= 2 else { return "{\(namespace)}" }
        return parts[parts.count - 2] + ":"
    }

    private func isDeclaration(_ name: String) -> Bool { name == "xmlns" || name.hasPrefix("xmlns:") }

    /// Makes explicit what libvirt concludes from the rest of the definition.
    private func complete(_ fact: inout Fact, at path: [String], in root: Fact) {
        for index in fact.children.indices {
            complete(&fact.children[index], at: path + [fact.children[index].key], in: root)
        }
        for completion in rules.completions(for: path) { completion(&fact, root) }
    }
}
