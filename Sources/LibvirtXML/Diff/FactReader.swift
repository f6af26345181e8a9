/// Reads facts from documents by the rules of their kind.
struct FactReader {
    /// The document that is read.
    let source: Fact.Source
    private let document: XMLDocument
    var book: RuleBook

    init(_ document: XMLDocument, _ book: RuleBook) {
        (source, self.document, self.book) = (Fact.Source(document), document, book)
    }

    /// The outermost element with everything in it.
    mutating func read() -> Fact {
        var fact = read(document.root.id.index, of: nil, isQualified: false)
        complete(&fact, MachineTraits(of: fact))
        return fact
    }

    private mutating func read(_ element: Int32, of parent: Int?, isQualified: Bool) -> Fact {
        let written = document.attributeIndices(of: element)
        let isQualified = isQualified || written.contains { isDeclaration($0) }
        let key = isQualified ? qualifiedName(of: element) : document.string(document.nodes[Int(element)].name)
        let page = parent.map { book.element(key, of: $0) } ?? 0
        var children: [Fact] = []
        for child in document.childIndices(of: element) where document.nodes[Int(child)].kind == .element {
            children.append(read(child, of: page, isQualified: isQualified))
        }
        var entries: [Attributes.Entry] = [], hasUnit = false
        for attribute in written where !isDeclaration(attribute) {
            let inner = book.attribute(document.string(document.attributes[Int(attribute)].name), of: page)
            let value = read(document.value(ofAttribute: attribute), as: book[inner].text, of: element, &hasUnit)
            entries.append(Attributes.Entry(name: book[inner].name, value: value))
        }
        let text = children.isEmpty ? document.text(of: element) : ""
        let value = text.isBlank ? nil : read(text, as: book[page].text, of: element, &hasUnit)
        var attributes = Attributes(entries)
        if hasUnit { attributes["@unit"] = nil }
        return Fact(
            key: key, page: page, attributes: attributes, text: value, children: children,
            origin: Fact.Origin(source: source, id: XMLNode.ID(index: element)))
    }

    /// Reads a value; the unit that stands beside an amount is no value of its own.
    private func read(
        _ written: String, as kind: ValueKind, of element: Int32, _ hasUnit: inout Bool
    ) -> Value {
        guard case .amount(let usual) = kind else { return kind.value(written) }
        hasUnit = true
        let unit = document.attributeIndex("unit", of: element).map(document.value(ofAttribute:))
        return kind.value(written, unit: unit ?? usual)
    }

    /// The name of an element with something that stands for its namespace, whatever prefix the document gives that.
    private func qualifiedName(of element: Int32) -> String {
        let name = XMLName(document.string(document.nodes[Int(element)].name))
        let namespace = document.namespace(ofPrefix: name.prefix, at: element)
        return namespace.map { FactReader.prefix(for: $0) + name.local } ?? name.whole
    }

    /// What stands for a namespace; libvirt's own have short names.
    private static func prefix(for namespace: String) -> String {
        guard namespace.hasPrefix("http://libvirt.org/schemas/") else { return "{" + namespace + "}" }
        let parts = namespace.split(separator: "/")
        return parts[parts.count - 2] + ":"
    }

    private func isDeclaration(_ attribute: Int32) -> Bool {
        let bytes = document.store[document.attributes[Int(attribute)].name.bounds]
        guard bytes.first == UInt8(ascii: "x") else { return false }
        return bytes.elementsEqual("xmlns".utf8) || bytes.starts(with: "xmlns:".utf8)
    }

    /// Makes explicit what libvirt concludes from the rest of the definition.
    private func complete(_ fact: inout Fact, _ machine: MachineTraits) {
        for index in fact.children.indices { complete(&fact.children[index], machine) }
        guard let page = fact.page else { return }
        for completion in book[page].completions { completion(&fact, machine) }
    }
}
