/// A document without what many documents of one kind differ in: names, paths and addresses.
///
/// Comments and white space between elements are no part of it either.
package struct DocumentShape: Hashable, Sendable {
    /// Something that was left out.
    struct Value: Hashable, Sendable {
        let kind: PlainValue
        let text: [UInt8]
    }

    /// What is in it: libvirt's schemas allow all documents of the same, or none.
    package fileprivate(set) var bytes: [UInt8] = []
    /// What was left out, in its order.
    fileprivate(set) var values: [Value] = []
}

extension XMLDocument {
    /// The document without the plain values at the places where they are free.
    package var shape: DocumentShape {
        var writer = ShapeWriter(self)
        writer.write(element: root.id.index, at: FreePlaces.all.inner(root.name))
        return writer.shape
    }
}

/// Writes a shape down; bytes that no XML has stand for what is around the texts.
private struct ShapeWriter {
    private enum Sign: UInt8 { case element = 1, attribute, value, text, data, end, plain }

    private let document: XMLDocument
    private(set) var shape = DocumentShape()

    init(_ document: XMLDocument) {
        self.document = document
        shape.bytes.reserveCapacity(document.store.count)
    }

    mutating func write(element: Int32, at place: FreePlaces?) {
        write(.element, document.nodes[Int(element)].name)
        for attribute in document.attributeIndices(of: element) {
            let record = document.attributes[Int(attribute)]
            write(.attribute, record.name)
            write(.value, record.value, freely: place?.attributes[document.string(record.name)])
        }
        let content = document.childIndices(of: element)
        let hasElements = content.contains { document.nodes[Int($0)].kind == .element }
        for child in content { write(child, besidesElements: hasElements, at: place) }
        shape.bytes.append(Sign.end.rawValue)
    }

    private mutating func write(_ child: Int32, besidesElements: Bool, at place: FreePlaces?) {
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

    private mutating func write(_ sign: Sign, _ range: ByteRange, freely kind: PlainValue? = nil) {
        shape.bytes.append(sign.rawValue)
        let text = document.store[range.bounds]
        if let kind, kind.covers(text) {
            shape.bytes.append(Sign.plain.rawValue)
            shape.bytes.append(kind.rawValue)
            shape.values.append(DocumentShape.Value(kind: kind, text: Array(text)))
        } else {
            shape.bytes.append(contentsOf: text)
        }
    }
}
