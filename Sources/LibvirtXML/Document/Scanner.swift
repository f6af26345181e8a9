/// Builds the flat tree from bytes that libxml2 has accepted.
///
/// It relies on well-formedness for what it does not look at, never for memory safety: each move is checked against
/// the end, and a text that makes no sense to it is refused.
struct Scanner {
    private var cursor: ByteCursor
    private let limits: XMLDocument.Limits
    private var depth: Int
    private var current: Int32
    private let top: Int32
    private(set) var nodes: [NodeRecord]
    private(set) var attributes: [AttributeRecord]

    /// A scanner of a whole document.
    init(document bytes: UnsafeBufferPointer<UInt8>, limits: XMLDocument.Limits) {
        var root = NodeRecord(kind: .document, parent: NodeRecord.none, range: ByteRange(0, bytes.count))
        root.closeStart = Int32(truncatingIfNeeded: bytes.count)
        self.init(ByteCursor(bytes), nodes: [root], attributes: [], parent: 0, limits: limits)
        nodes.reserveCapacity(bytes.count / 20 + 8)
        attributes.reserveCapacity(bytes.count / 40 + 8)
    }

    /// A scanner of markup that becomes the last children of `parent`.
    init(
        _ cursor: ByteCursor, nodes: [NodeRecord], attributes: [AttributeRecord], parent: Int32,
        limits: XMLDocument.Limits
    ) {
        self.cursor = cursor
        self.nodes = nodes
        self.attributes = attributes
        self.limits = limits
        self.current = parent
        self.top = parent
        self.depth = 0
    }

    mutating func run() throws(XMLError) {
        while cursor.position < cursor.end {
            if cursor.peek() != UInt8(ascii: "<") {
                let end = cursor.find(UInt8(ascii: "<"), from: cursor.position) ?? cursor.end
                add(.text, from: cursor.position, to: end)
                cursor.position = end
            } else {
                try scanMarkup()
            }
            if nodes.count > limits.nodes { throw refusal(.tooManyNodes, "more than \(limits.nodes) nodes") }
        }
        if current != top { throw refusal(.notWellFormed, "an element is not closed") }
    }

    private mutating func scanMarkup() throws(XMLError) {
        let start = cursor.position
        switch cursor.peek(1) {
        case UInt8(ascii: "/"): try closeElement()
        case UInt8(ascii: "?"):
            guard cursor.skip(past: "?>", from: 2) else { throw unexpected() }
            let node = add(.processingInstruction, from: start, to: cursor.position)
            nodes[Int(node)].name = nameRange(from: start + 2)
        case UInt8(ascii: "!"):
            if cursor.starts(with: "<!--") {
                guard cursor.skip(past: "-->", from: 4) else { throw unexpected() }
                add(.comment, from: start, to: cursor.position)
            } else if cursor.starts(with: "<![CDATA[") {
                guard cursor.skip(past: "]]>", from: 9) else { throw unexpected() }
                add(.cdata, from: start, to: cursor.position)
            } else {
                throw refusal(.documentType, "a DOCTYPE is not allowed")
            }
        default: try openElement()
        }
    }

    private mutating func openElement() throws(XMLError) {
        let start = cursor.position
        let name = nameRange(from: start + 1)
        guard !name.isEmpty else { throw unexpected() }
        let index = add(.element, from: start, to: start)
        var record = nodes[Int(index)]
        record.name = name
        cursor.position = Int(name.end)
        try scanAttributes(of: &record)
        let isSelfClosing = cursor.peek() == UInt8(ascii: "/")
        if isSelfClosing { cursor.position += 1 }
        guard cursor.peek() == UInt8(ascii: ">") else { throw unexpected() }
        cursor.position += 1
        record.openEnd = Int32(truncatingIfNeeded: cursor.position)
        if isSelfClosing {
            record.flags = .selfClosing
            record.closeStart = record.openEnd
            record.range.end = record.openEnd
        } else {
            current = index
            depth += 1
            if depth > limits.depth { throw refusal(.tooDeep, "elements are nested more than \(limits.depth) deep") }
        }
        nodes[Int(index)] = record
    }

    private mutating func scanAttributes(of record: inout NodeRecord) throws(XMLError) {
        while true {
            let start = cursor.position
            cursor.skipSpace()
            let next = cursor.peek()
            if next == UInt8(ascii: ">") || next == UInt8(ascii: "/") {
                record.tail = ByteRange(start, cursor.position)
                return
            }
            let name = nameRange(from: cursor.position)
            guard !name.isEmpty else { throw unexpected() }
            cursor.position = Int(name.end)
            cursor.skipSpace()
            guard cursor.peek() == UInt8(ascii: "=") else { throw unexpected() }
            cursor.position += 1
            cursor.skipSpace()
            let quote = cursor.peek()
            guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""),
                let close = cursor.find(quote, from: cursor.position + 1)
            else { throw unexpected() }
            let value = ByteRange(cursor.position + 1, close)
            cursor.position = close + 1
            let index = Int32(truncatingIfNeeded: attributes.count)
            attributes.append(AttributeRecord(range: ByteRange(start, close + 1), name: name, value: value))
            if record.lastAttribute == NodeRecord.none {
                record.firstAttribute = index
            } else {
                attributes[Int(record.lastAttribute)].next = index
            }
            record.lastAttribute = index
        }
    }

    private mutating func closeElement() throws(XMLError) {
        guard current != top, let end = cursor.find(UInt8(ascii: ">"), from: cursor.position) else {
            throw unexpected()
        }
        nodes[Int(current)].closeStart = Int32(truncatingIfNeeded: cursor.position)
        nodes[Int(current)].range.end = Int32(truncatingIfNeeded: end + 1)
        cursor.position = end + 1
        current = nodes[Int(current)].parent
        depth -= 1
    }

    @discardableResult
    private mutating func add(_ kind: XMLNode.Kind, from start: Int, to end: Int) -> Int32 {
        let index = Int32(truncatingIfNeeded: nodes.count)
        var record = NodeRecord(kind: kind, parent: current, range: ByteRange(start, end))
        let last = nodes[Int(current)].lastChild
        record.previous = last
        nodes.append(record)
        if last == NodeRecord.none {
            nodes[Int(current)].firstChild = index
        } else {
            nodes[Int(last)].next = index
        }
        nodes[Int(current)].lastChild = index
        return index
    }

    private func nameRange(from start: Int) -> ByteRange {
        var end = start
        while end < cursor.end, Scanner.isInName(cursor.bytes[end]) { end += 1 }
        return ByteRange(start, end)
    }

    /// True for every byte but those that end a name in well-formed text.
    @inline(__always)
    private static func isInName(_ byte: UInt8) -> Bool {
        if byte > 0x3F { return true }
        switch byte {
        case 0...0x20, UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "?"): return false
        default: return true
        }
    }

    private func unexpected() -> XMLError { refusal(.notWellFormed, "the markup here makes no sense") }

    private func refusal(_ code: XMLError.Code, _ message: String) -> XMLError {
        let place = TextPosition(offset: cursor.position, in: cursor.bytes)
        return XMLError(code, message, line: place.line, column: place.column)
    }
}
