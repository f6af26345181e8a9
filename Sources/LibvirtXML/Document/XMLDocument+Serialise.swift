extension XMLDocument {
    /// The text of the document as it is now.
    public var xml: String { String(decoding: bytes, as: UTF8.self) }

    /// The UTF-8 bytes of the document as it is now; without an edit, the very bytes that were parsed.
    public var bytes: [UInt8] {
        guard isEdited else { return store }
        var writer = Writer(document: self)
        writer.output.reserveCapacity(store.count)
        writer.writeContent(of: 0)
        return writer.output
    }

    /// The bytes of one node with all that is below it.
    func bytes(of id: XMLNode.ID) -> [UInt8] {
        var writer = Writer(document: self)
        writer.write(id.index)
        return writer.output
    }

    /// All bytes in front of a node, which tells its line in an edited document.
    func bytes(before id: XMLNode.ID) -> [UInt8] {
        var writer = Writer(document: self)
        writer.writeAll(before: id.index)
        return writer.output
    }
}

/// Copies what is untouched in one piece and puts edited tags together from their parts.
private struct Writer {
    let document: XMLDocument
    var output: [UInt8] = []

    mutating func write(_ index: Int32) {
        let record = document.nodes[Int(index)]
        guard record.kind == .element, !record.flags.isDisjoint(with: [.tagEdited, .contentEdited]) else {
            return copy(record.range)
        }
        writeStartTag(of: record)
        writeContent(of: index)
        writeEndTag(of: record)
    }

    mutating func writeContent(of index: Int32) {
        var child = document.nodes[Int(index)].firstChild
        while child != NodeRecord.none {
            write(child)
            child = document.nodes[Int(child)].next
        }
    }

    mutating func writeAll(before index: Int32) {
        let record = document.nodes[Int(index)]
        guard record.parent != NodeRecord.none else { return }
        writeAll(before: record.parent)
        let parent = document.nodes[Int(record.parent)]
        if parent.kind == .element { writeStartTag(of: parent) }
        var sibling = parent.firstChild
        while sibling != NodeRecord.none, sibling != index {
            write(sibling)
            sibling = document.nodes[Int(sibling)].next
        }
    }

    private mutating func writeStartTag(of record: NodeRecord) {
        let isSelfClosing = record.flags.contains(.selfClosing)
        guard record.flags.contains(.tagEdited) else { return copy(record.range.start, record.openEnd) }
        output.append(UInt8(ascii: "<"))
        copy(record.name)
        var attribute = record.firstAttribute
        while attribute != NodeRecord.none {
            copy(document.attributes[Int(attribute)].range)
            attribute = document.attributes[Int(attribute)].next
        }
        copy(record.tail)
        output.append(contentsOf: isSelfClosing ? [UInt8(ascii: "/"), UInt8(ascii: ">")] : [UInt8(ascii: ">")])
    }

    private mutating func writeEndTag(of record: NodeRecord) {
        if record.flags.contains(.selfClosing) { return }
        guard record.flags.contains(.endTagMade) else { return copy(record.closeStart, record.range.end) }
        output.append(contentsOf: [UInt8(ascii: "<"), UInt8(ascii: "/")])
        copy(record.name)
        output.append(UInt8(ascii: ">"))
    }

    private mutating func copy(_ range: ByteRange) { copy(range.start, range.end) }

    private mutating func copy(_ start: Int32, _ end: Int32) {
        output.append(contentsOf: document.store[Int(start)..<Int(end)])
    }
}
