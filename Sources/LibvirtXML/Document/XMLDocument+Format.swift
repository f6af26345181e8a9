extension XMLDocument {
    /// The same document in the usual layout: one element to a line, two spaces for each level.
    ///
    /// Only white space between elements changes. Tags, comments, text, CDATA, and all content in which text and
    /// elements are mixed stay byte for byte; a comment at the end of a line stays there, and one empty line between
    /// elements stays too. Doing it twice changes nothing more.
    ///
    /// - Parameter indent: What one more level adds.
    /// - Returns: The document in its new layout.
    public func formatted(indent: String = "  ") -> XMLDocument {
        var source = self
        if isEdited, let parsed = try? XMLDocument(bytes: bytes, file: file) { source = parsed }
        var formatter = Formatter(document: source, indent: Array(indent.utf8))
        formatter.run()
        // The same markup with other white space between elements is as well-formed as it was.
        return (try? XMLDocument(bytes: formatter.output, file: file)) ?? self
    }
}

/// Writes a document anew, with white space of its own between elements.
private struct Formatter {
    let document: XMLDocument
    let indent: [UInt8]
    let newline: [UInt8]
    var output: [UInt8] = []

    init(document: XMLDocument, indent: [UInt8]) {
        self.document = document
        self.indent = indent
        newline = Formatter.newline(in: document)
    }

    /// The line end of the first gap; what stands in front of everything is dropped, and tells nothing.
    private static func newline(in document: XMLDocument) -> [UInt8] {
        let leading = document.nodes[0].firstChild
        for index in document.nodes.indices where index != Int(leading) && document.isWhiteSpace(Int32(index)) {
            let gap = document.store[document.nodes[index].range.bounds]
            guard let end = gap.firstIndex(of: 0x0A) else { continue }
            return end > gap.startIndex && gap[end - 1] == 0x0D ? [0x0D, 0x0A] : [0x0A]
        }
        return [0x0A]
    }

    mutating func run() {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if document.store.starts(with: mark) { output += mark }
        writeChildren(of: 0, depth: 0)
        output += newline
    }

    private mutating func writeChildren(of parent: Int32, depth: Int) {
        var gap: ArraySlice<UInt8> = []
        var isFirst = true
        for child in document.childIndices(of: parent) {
            let record = document.nodes[Int(child)]
            guard record.kind != .text else {
                gap = document.store[record.range.bounds]
                continue
            }
            let lineEnds = gap.count { $0 == 0x0A }
            if record.kind == .comment, !isFirst, lineEnds == 0 {
                output += gap.isEmpty ? [0x20] : gap
            } else if parent != 0 || !isFirst {
                startLine(depth: depth, isParted: !isFirst && lineEnds > 1)
            }
            write(child, depth: depth)
            gap = []
            isFirst = false
        }
    }

    private mutating func startLine(depth: Int, isParted: Bool) {
        if isParted { output += newline }
        output += newline
        for _ in 0..<depth { output += indent }
    }

    private mutating func write(_ index: Int32, depth: Int) {
        let record = document.nodes[Int(index)]
        guard isBlock(index) else {
            output += document.store[record.range.bounds]
            return
        }
        output += document.store[Int(record.range.start)..<Int(record.openEnd)]
        writeChildren(of: index, depth: depth + 1)
        startLine(depth: depth, isParted: false)
        output += document.store[Int(record.closeStart)..<Int(record.range.end)]
    }

    /// Whether the element holds elements and nothing that white space could belong to.
    private func isBlock(_ index: Int32) -> Bool {
        guard document.nodes[Int(index)].kind == .element else { return false }
        if let space = document.attributeIndex("xml:space", of: index), document.value(ofAttribute: space) == "preserve"
        {
            return false
        }
        let children = document.childIndices(of: index)
        let hasMarkup = children.contains { ![.text, .cdata].contains(document.nodes[Int($0)].kind) }
        return hasMarkup && children.allSatisfy { !document.isText($0) || document.isWhiteSpace($0) }
    }
}
