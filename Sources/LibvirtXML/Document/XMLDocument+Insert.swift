extension XMLDocument {
    /// Where a new element goes among the elements of its parent.
    public enum Place: Hashable, Sendable {
        /// Where libvirt's own order has it; unknown names go behind the last of the same name, else to the end.
        case libvirtOrder
        /// In front of all elements.
        case first
        /// Behind all elements.
        case last
        /// Right behind that child.
        case after(XMLNode.ID)
    }

    /// Puts a new element into `parent`, indented like its neighbours.
    ///
    /// - Parameters:
    ///   - element: What to put there; its names must be names by XML's rules.
    ///   - parent: The element that takes it.
    ///   - place: Where it goes.
    /// - Returns: The identity of the new element.
    @discardableResult
    public mutating func insert(
        _ element: NewElement, into parent: XMLNode.ID, at place: Place = .libvirtOrder
    ) -> XMLNode.ID {
        let anchor = anchor(for: element.name, in: parent.index, at: place)
        let layout = makeRoom(in: parent.index)
        let node = build(element, parent: parent.index, layout: layout)
        put(node, in: parent.index, behind: anchor, layout: layout)
        return XMLNode.ID(index: node)
    }

    /// Puts an element that is written as XML into `parent`; its own bytes are taken over as they are.
    ///
    /// - Parameters:
    ///   - xml: One element; prefixes may be those that the document declares.
    ///   - parent: The element that takes it.
    ///   - place: Where it goes.
    /// - Returns: The identity of the new element.
    /// - Throws: An ``XMLError`` when `xml` is not one well-formed element; the document is unchanged then.
    @discardableResult
    public mutating func insert(
        xml: String, into parent: XMLNode.ID, at place: Place = .libvirtOrder
    ) throws -> XMLNode.ID {
        let fragment = try XMLDocument(xml: xml)
        let anchor = anchor(for: fragment.root.name, in: parent.index, at: place)
        let layout = makeRoom(in: parent.index)
        let node = graft(fragment, under: parent.index)
        put(node, in: parent.index, behind: anchor, layout: layout)
        return XMLNode.ID(index: node)
    }

    /// Opens a self-closing parent, finds the layout of its content and drops space on a single line that would be in
    /// the way.
    private mutating func makeRoom(in parent: Int32) -> Layout? {
        let layout = layout(forChildOf: parent)
        open(parent)
        guard layout != nil else { return nil }
        let only = nodes[Int(parent)].firstChild
        if only != NodeRecord.none, only == nodes[Int(parent)].lastChild, isWhiteSpace(only),
            !store[nodes[Int(only)].range.bounds].contains(0x0A)
        {
            unlink(only)
        }
        return layout
    }

    private mutating func put(_ node: Int32, in parent: Int32, behind anchor: Int32, layout: Layout?) {
        let anchor = anchor != NodeRecord.none && nodes[Int(anchor)].flags.contains(.removed) ? NodeRecord.none : anchor
        let isOnlyChild = nodes[Int(parent)].firstChild == NodeRecord.none
        link(node, after: anchor)
        if let layout {
            link(makeText(layout.lineStart, parent: parent), after: anchor)
            if isOnlyChild {
                let closing = layout.newline + (indent(of: parent) ?? "")
                link(makeText(closing, parent: parent), after: node)
            }
        }
        markEdited(parent, .contentEdited)
    }

    /// The child behind which the element goes, comments at the end of its line included; `none` for the front.
    private func anchor(for name: String, in parent: Int32, at place: Place) -> Int32 {
        let elements = childIndices(of: parent).filter { nodes[Int($0)].kind == .element }
        let chosen: Int32?
        switch place {
        case .first: chosen = nil
        case .last: chosen = elements.last
        case .after(let id): chosen = nodes[Int(id.index)].parent == parent ? id.index : elements.last
        case .libvirtOrder:
            let names = elements.map { string(nodes[Int($0)].name) }
            let place = ElementOrder.place(of: name, in: string(nodes[Int(parent)].name), among: names)
            chosen = place.map { elements[$0] }
        }
        guard var anchor = chosen else {
            // Behind text that is the content so far.
            let last = nodes[Int(parent)].lastChild
            return elements.isEmpty && place != .first && last != NodeRecord.none && !isWhiteSpace(last)
                ? last : NodeRecord.none
        }
        var probe = nodes[Int(anchor)].next
        while probe != NodeRecord.none {
            let record = nodes[Int(probe)]
            if record.kind == .comment || record.kind == .processingInstruction {
                anchor = probe
            } else if !isWhiteSpace(probe) || store[record.range.bounds].contains(0x0A) {
                break
            }
            probe = record.next
        }
        return anchor
    }

    /// Writes a new element behind the store and makes its records; the caller links it to its siblings.
    private mutating func build(_ element: NewElement, parent: Int32, layout: Layout?) -> Int32 {
        precondition(Text.isName(element.name), "not the name of an element: \(element.name)")
        let start = store.count
        let index = makeNode(NodeRecord(kind: .element, parent: parent, range: ByteRange(start, start)))
        // Edited from the start: the writer then puts it together from its parts, which do not stand in one piece.
        nodes[Int(index)].flags = [.selfClosing, .tagEdited, .contentEdited]
        nodes[Int(index)].name = append(Array(element.name.utf8))
        for attribute in element.attributes {
            setAttribute(attribute.name, to: attribute.value, of: XMLNode.ID(index: index))
        }
        if let text = element.text, !text.isEmpty { setText(text, of: XMLNode.ID(index: index)) }
        guard !element.children.isEmpty else { return index }
        open(index)
        for child in element.children {
            let node = build(child, parent: index, layout: layout?.inner)
            if let layout {
                link(makeText(layout.inner.lineStart, parent: index), after: nodes[Int(index)].lastChild)
            }
            link(node, after: nodes[Int(index)].lastChild)
        }
        if let layout { link(makeText(layout.lineStart, parent: index), after: nodes[Int(index)].lastChild) }
        return index
    }

    /// Takes over the outermost element of another document, with all links and ranges moved behind our own.
    private mutating func graft(_ fragment: XMLDocument, under parent: Int32) -> Int32 {
        let shift = NodeShift(
            nodes: Int32(truncatingIfNeeded: nodes.count), attributes: Int32(truncatingIfNeeded: attributes.count),
            bytes: Int32(truncatingIfNeeded: store.count))
        store.append(contentsOf: fragment.store)
        attributes.append(contentsOf: fragment.attributes.map(shift.moved))
        nodes.append(contentsOf: fragment.nodes.map(shift.moved))
        let root = shift.nodes + fragment.rootID.index
        nodes[Int(shift.nodes)].flags.insert(.removed)
        nodes[Int(root)].parent = parent
        return root
    }
}

/// Moves records from one document's arrays to the end of another's.
private struct NodeShift {
    let nodes: Int32
    let attributes: Int32
    let bytes: Int32

    func moved(_ record: NodeRecord) -> NodeRecord {
        var moved = record
        for link in [\NodeRecord.parent, \.previous, \.next, \.firstChild, \.lastChild]
        where moved[keyPath: link] != NodeRecord.none {
            moved[keyPath: link] += nodes
        }
        for link in [\NodeRecord.firstAttribute, \.lastAttribute] where moved[keyPath: link] != NodeRecord.none {
            moved[keyPath: link] += attributes
        }
        moved.range = self.moved(record.range)
        moved.name = self.moved(record.name)
        moved.tail = self.moved(record.tail)
        moved.openEnd += bytes
        moved.closeStart += bytes
        return moved
    }

    func moved(_ record: AttributeRecord) -> AttributeRecord {
        var moved = record
        if moved.next != NodeRecord.none { moved.next += attributes }
        moved.range = self.moved(record.range)
        moved.name = self.moved(record.name)
        moved.value = self.moved(record.value)
        return moved
    }

    private func moved(_ range: ByteRange) -> ByteRange {
        ByteRange(Int(range.start + bytes), Int(range.end + bytes))
    }
}
