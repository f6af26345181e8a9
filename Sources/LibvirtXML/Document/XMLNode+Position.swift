extension XMLNode {
    /// The line of the document's text, as it is now, on which the node begins; counted from 1.
    public var line: Int { position.line }

    /// The column in which the node begins, in characters; counted from 1.
    public var column: Int { position.column }

    var position: TextPosition {
        guard !document.isEdited else { return TextPosition(after: document.bytes(before: id)) }
        return document.store.withUnsafeBufferPointer { TextPosition(offset: Int(record.range.start), in: $0) }
    }

    /// Where the node stands, such as `/domain/devices/disk[2]/source`; equal siblings are numbered from 1.
    public var path: String {
        guard kind == .element else { return parent.map { $0.kind == .document ? "/" : $0.path } ?? "/" }
        guard let parent else { return "/" + name }
        let twins = parent.elements(named: name)
        let number = twins.firstIndex { $0.id == id }.map { "[\($0 + 1)]" } ?? ""
        let step = "/" + name + (twins.count > 1 ? number : "")
        return parent.kind == .document ? step : parent.path + step
    }
}
