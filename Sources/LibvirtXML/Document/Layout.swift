/// How a new element is laid out: on lines of its own, indented like its neighbours.
struct Layout: Hashable, Sendable {
    /// `\n`, or `\r\n` where the document uses it.
    var newline: String
    /// The white space in front of the element.
    var indent: String
    /// What one more level adds.
    var unit: String

    var lineStart: String { newline + indent }
    var inner: Layout { Layout(newline: newline, indent: indent + unit, unit: unit) }
}

extension XMLDocument {
    /// The layout for a new child of `parent`, `nil` when its content stands on one line.
    func layout(forChildOf parent: Int32) -> Layout? {
        if let sibling = childIndices(of: parent).first(where: { nodes[Int($0)].kind == .element }) {
            return indent(of: sibling).map { Layout(newline: newline, indent: $0, unit: indentUnit) }
        }
        let hasText = childIndices(of: parent).contains { isText($0) && !isWhiteSpace($0) }
        guard !hasText, let outer = indent(of: parent) else { return nil }
        return Layout(newline: newline, indent: outer + indentUnit, unit: indentUnit)
    }

    /// The white space between the line's beginning and the element, `nil` when something else stands there.
    func indent(of element: Int32) -> String? {
        if element == rootID.index { return "" }
        let before = nodes[Int(element)].previous
        guard before != NodeRecord.none, nodes[Int(before)].kind == .text else { return nil }
        let bytes = store[nodes[Int(before)].range.bounds]
        guard let lineEnd = bytes.lastIndex(of: 0x0A) else { return nil }
        let indent = bytes[(lineEnd + 1)...]
        return indent.allSatisfy(ByteCursor.isSpace) ? String(decoding: indent, as: UTF8.self) : nil
    }

    func isWhiteSpace(_ index: Int32) -> Bool {
        nodes[Int(index)].kind == .text && store[nodes[Int(index)].range.bounds].allSatisfy(ByteCursor.isSpace)
    }

    private var newline: String {
        guard let end = store.firstIndex(of: 0x0A), end > 0, store[end - 1] == 0x0D else { return "\n" }
        return "\r\n"
    }

    /// What the children of the outermost element are indented by; two spaces where that tells nothing.
    private var indentUnit: String {
        let child = childIndices(of: rootID.index).first { nodes[Int($0)].kind == .element }
        guard let unit = child.flatMap(indent(of:)), !unit.isEmpty else { return "  " }
        return unit
    }
}
