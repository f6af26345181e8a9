extension XMLDocument {
    /// What a schema looks at: where two documents have the same, it allows both of them or neither.
    ///
    /// The many guests of one kind that a host has differ in names, paths and addresses, of which libvirt's schemas take
    /// any one for any other. What stands there is left out where it is as plain as such things are, and so are
    /// comments and white space between elements.
    package var schemaShape: [UInt8] {
        var writer = ShapeWriter(self)
        writer.write(element: root.id.index, at: SchemaFreedom.everywhere.inner(root.name))
        return writer.bytes
    }
}

/// Writes down what a schema looks at.
///
/// Bytes that no XML has stand for what is around the texts.
private struct ShapeWriter {
    private enum Sign: UInt8 { case element = 1, attribute, value, text, data, end, plain }

    private let document: XMLDocument
    private(set) var bytes: [UInt8] = []

    init(_ document: XMLDocument) {
        self.document = document
        bytes.reserveCapacity(document.store.count)
    }

    mutating func write(element: Int32, at place: SchemaFreedom?) {
        write(.element, document.nodes[Int(element)].name)
        for attribute in document.attributeIndices(of: element) {
            let record = document.attributes[Int(attribute)]
            write(.attribute, record.name)
            write(.value, record.value, freely: place?.attributes[document.string(record.name)])
        }
        let content = document.childIndices(of: element)
        let hasElements = content.contains { document.nodes[Int($0)].kind == .element }
        for child in content { write(child, besidesElements: hasElements, at: place) }
        bytes.append(Sign.end.rawValue)
    }

    private mutating func write(_ child: Int32, besidesElements: Bool, at place: SchemaFreedom?) {
        let record = document.nodes[Int(child)]
        switch record.kind {
        case .element:
            let isWatched = place?.hasElements == true
            write(element: child, at: isWatched ? place?.inner(document.string(record.name)) : nil)
        case .text where besidesElements && document.isWhiteSpace(child): break
        case .text:
            let isWhole = record.previous == NodeRecord.none && record.next == NodeRecord.none
            write(.text, record.range, freely: isWhole ? place?.text : nil)
        case .cdata: write(.data, record.range)
        case .comment, .processingInstruction, .document: break
        }
    }

    private mutating func write(_ sign: Sign, _ range: ByteRange, freely value: PlainValue? = nil) {
        bytes.append(sign.rawValue)
        let text = document.store[range.bounds]
        if let value, value.covers(text) {
            bytes.append(Sign.plain.rawValue)
            bytes.append(value.rawValue)
        } else {
            bytes.append(contentsOf: text)
        }
    }
}
