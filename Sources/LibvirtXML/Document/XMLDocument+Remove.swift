extension XMLDocument {
    /// Takes a node out of the tree, and its line with it when nothing else stands there.
    ///
    /// Comments stay, also those on the same line. The outermost element cannot be removed: nothing happens then.
    ///
    /// - Parameter id: The node; its identity, and those below it, are never used again.
    public mutating func remove(_ id: XMLNode.ID) {
        let record = nodes[Int(id.index)]
        guard id != rootID, record.parent > 0, contains(id) else { return }
        if standsAlone(record) { trimLineStart(of: record.previous) }
        unlink(id.index)
        markEdited(record.parent, .contentEdited)
    }

    /// Whether the node has its lines for itself.
    private func standsAlone(_ record: NodeRecord) -> Bool {
        guard record.previous != NodeRecord.none, nodes[Int(record.previous)].kind == .text,
            record.next != NodeRecord.none, nodes[Int(record.next)].kind == .text
        else { return false }
        let before = store[nodes[Int(record.previous)].range.bounds].reversed().first { $0 != 0x20 && $0 != 0x09 }
        let after = store[nodes[Int(record.next)].range.bounds].first { $0 != 0x20 && $0 != 0x09 }
        return before == 0x0A && (after == 0x0A || after == 0x0D)
    }

    /// Cuts a text before its last line end, which is the one that began the removed node's line.
    private mutating func trimLineStart(of text: Int32) {
        let bounds = nodes[Int(text)].range.bounds
        guard var end = store[bounds].lastIndex(of: 0x0A) else { return }
        if end > bounds.lowerBound, store[end - 1] == 0x0D { end -= 1 }
        nodes[Int(text)].range = ByteRange(bounds.lowerBound, end)
        // An empty text between two elements would hide the line ends around it.
        if end == bounds.lowerBound { unlink(text) }
    }
}
