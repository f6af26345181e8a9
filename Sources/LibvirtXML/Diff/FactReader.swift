/// Reads facts from documents by the rules of their kind.
struct FactReader {
    /// The document that is read.
    let source: Fact.Source
    var book: RuleBook

    private var document: XMLDocument { source.document }

    init(_ document: XMLDocument, _ book: RuleBook) { (source, self.book) = (Fact.Source(document), book) }

    /// The outermost element with everything in it.
    mutating func read() -> Fact {
        var fact = read(document.root.id.index, page: 0, isQualified: false)
        complete(&fact, page: 0, in: fact)
        return fact
    }

    private mutating func read(_ element: Int32, page: Int, isQualified: Bool) -> Fact {
        let node = document.node(XMLNode.ID(index: element))
        var fact = Fact(name: node.name)
        fact.origin = Fact.Origin(source: source, id: node.id)
        let attributes = node.attributes
        let isQualified = isQualified || attributes.contains { isDeclaration($0.name) }
        if isQualified, let namespace = node.namespace { fact.key = FactReader.prefix(for: namespace) + node.localName }
        let elements = document.childIndices(of: element).filter { document.nodes[Int($0)].kind == .element }
        fact.children.reserveCapacity(elements.count)
        for child in elements {
            let page = book.child(document.string(document.nodes[Int(child)].name), of: page)
            fact.children.append(read(child, page: page, isQualified: isQualified))
        }
        var entries: [Attributes.Entry] = [], hasUnit = false
        for (name, value) in attributes where !isDeclaration(name) {
            let kind = book.attribute(name, of: page).kind
            entries.append(.init(name: name, value: read(value, as: kind, among: attributes, &hasUnit)))
        }
        let text = elements.isEmpty ? node.text : ""
        if !text.allSatisfy(\.isWhitespace) { fact.text = read(text, as: book[page].text, among: attributes, &hasUnit) }
        fact.attributes = Attributes(entries)
        if hasUnit { fact.attributes["unit"] = nil }
        return fact
    }

    /// Reads a value; the unit that stands beside an amount is no value of its own.
    private func read(
        _ written: String, as kind: ValueKind, among attributes: [(name: String, value: String)],
        _ hasUnit: inout Bool
    ) -> Value {
        guard case .amount(let usual) = kind else { return kind.value(written) }
        hasUnit = true
        return kind.value(written, unit: attributes.first { $0.name == "unit" }?.value ?? usual)
    }

    /// What stands for a namespace, whatever prefix the document gives it; libvirt's own have short names.
    private static func prefix(for namespace: String) -> String {
        let parts = namespace.split(separator: "/")
        guard namespace.hasPrefix("http://libvirt.org/schemas/"), parts.count >= 2 else { return "{\(namespace)}" }
        return parts[parts.count - 2] + ":"
    }

    private func isDeclaration(_ name: String) -> Bool { name == "xmlns" || name.hasPrefix("xmlns:") }

    /// Makes explicit what libvirt concludes from the rest of the definition.
    private mutating func complete(_ fact: inout Fact, page: Int, in root: Fact) {
        for index in fact.children.indices {
            let inner = book.child(fact.children[index].key, of: page)
            complete(&fact.children[index], page: inner, in: root)
        }
        for completion in book[page].completions { completion(&fact, root) }
    }
}
