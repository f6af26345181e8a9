/// The small steps that every edit is made of.
extension XMLDocument {
    mutating func append(_ bytes: [UInt8]) -> ByteRange {
        let start = store.count
        store.append(contentsOf: bytes)
        return ByteRange(start, store.count)
    }

    mutating func makeNode(_ record: NodeRecord) -> Int32 {
        nodes.append(record)
        return Int32(truncatingIfNeeded: nodes.count - 1)
    }

    mutating func makeText(_ text: String, parent: Int32) -> Int32 {
        makeNode(NodeRecord(kind: .text, parent: parent, range: append(Array(text.utf8))))
    }

    /// Puts a node of `parent` behind one of its children, or in front of all of them.
    mutating func link(_ index: Int32, after anchor: Int32) {
        let parent = Int(nodes[Int(index)].parent)
        let next = anchor == NodeRecord.none ? nodes[parent].firstChild : nodes[Int(anchor)].next
        nodes[Int(index)].previous = anchor
        nodes[Int(index)].next = next
        if anchor == NodeRecord.none { nodes[parent].firstChild = index } else { nodes[Int(anchor)].next = index }
        if next == NodeRecord.none { nodes[parent].lastChild = index } else { nodes[Int(next)].previous = index }
    }

    mutating func unlink(_ index: Int32) {
        let record = nodes[Int(index)]
        if record.previous == NodeRecord.none {
            nodes[Int(record.parent)].firstChild = record.next
        } else {
            nodes[Int(record.previous)].next = record.next
        }
        if record.next == NodeRecord.none {
            nodes[Int(record.parent)].lastChild = record.previous
        } else {
            nodes[Int(record.next)].previous = record.previous
        }
        nodes[Int(index)].flags.insert(.removed)
    }

    /// Gives a self-closing element room for content.
    mutating func open(_ index: Int32) {
        guard nodes[Int(index)].flags.contains(.selfClosing) else { return }
        nodes[Int(index)].flags.remove(.selfClosing)
        nodes[Int(index)].flags.insert(.endTagMade)
        // The space of `<a />` belongs to the slash.
        nodes[Int(index)].tail = ByteRange(0, 0)
        markEdited(index, .tagEdited)
    }

    mutating func markEdited(_ index: Int32, _ flag: NodeRecord.Flags) {
        isEdited = true
        nodes[Int(index)].flags.insert(flag)
        var parent = nodes[Int(index)].parent
        while parent != NodeRecord.none, !nodes[Int(parent)].flags.contains(.contentEdited) {
            nodes[Int(parent)].flags.insert(.contentEdited)
            parent = nodes[Int(parent)].parent
        }
    }
}
