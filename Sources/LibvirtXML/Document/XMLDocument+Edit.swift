extension XMLDocument {
    /// Sets an attribute, or removes it with `nil`.
    ///
    /// An attribute that has the value already keeps its bytes.
    /// The value is escaped as needed; characters that XML cannot hold become U+FFFD. A new attribute stands last and
    /// takes the quotes of its neighbours.
    ///
    /// - Parameters:
    ///   - name: The attribute's name by XML's rules, prefix included.
    ///   - value: The new value.
    ///   - id: The element.
    public mutating func setAttribute(_ name: String, to value: String?, of id: XMLNode.ID) {
        guard let value else { return removeAttribute(name, of: id) }
        let existing = attributeIndex(name, of: id.index)
        if let existing, self.value(ofAttribute: existing) == value { return }
        if let existing = existing.map(Int.init) {
            let old = attributes[existing]
            let quote = store[Int(old.value.end)]
            let lead = Array(store[Int(old.range.start)..<Int(old.value.start)])
            let nameOffset = Int(old.name.start - old.range.start)
            let written = append(attribute: lead, nameAt: nameOffset, nameLength: old.name.bounds.count, value, quote)
            attributes[existing].range = written.range
            attributes[existing].name = written.name
            attributes[existing].value = written.value
        } else {
            precondition(Text.isName(name), "not the name of an attribute: \(name)")
            let quote = quote(for: id.index)
            let lead = Array((attributeSpace(for: id.index) + name + "=").utf8) + [quote]
            let nameOffset = lead.count - name.utf8.count - 2
            let record = append(attribute: lead, nameAt: nameOffset, nameLength: name.utf8.count, value, quote)
            link(attribute: record, to: id.index)
        }
        markEdited(id.index, .tagEdited)
    }

    /// Removes an attribute, with the white space in front of it; does nothing when there is none.
    ///
    /// - Parameters:
    ///   - name: The attribute's name, prefix included.
    ///   - id: The element.
    public mutating func removeAttribute(_ name: String, of id: XMLNode.ID) {
        let all = attributeIndices(of: id.index).map(Int.init)
        guard let place = all.firstIndex(where: { equals(attributes[$0].name, name) }) else { return }
        let next = attributes[all[place]].next
        if place == 0 {
            nodes[Int(id.index)].firstAttribute = next
        } else {
            attributes[all[place - 1]].next = next
        }
        if next == NodeRecord.none {
            nodes[Int(id.index)].lastAttribute = place == 0 ? NodeRecord.none : Int32(all[place - 1])
        }
        markEdited(id.index, .tagEdited)
    }

    /// Makes `text` the whole text of an element; its child elements go, comments stay where they are.
    ///
    /// The text is escaped as needed; characters that XML cannot hold become U+FFFD. An element that has the text
    /// already keeps its bytes.
    ///
    /// - Parameters:
    ///   - text: The new text.
    ///   - id: The element.
    public mutating func setText(_ text: String, of id: XMLNode.ID) {
        let content = childIndices(of: id.index).filter { isText($0) || nodes[Int($0)].kind == .element }
        let hasElements = content.contains { nodes[Int($0)].kind == .element }
        if !hasElements, self.text(of: id.index) == text { return }
        let anchor = content.first.map { nodes[Int($0)].previous } ?? nodes[Int(id.index)].lastChild
        for child in content { unlink(child) }
        if !text.isEmpty {
            open(id.index)
            let range = append(Text.encode(text))
            let node = makeNode(NodeRecord(kind: .text, parent: id.index, range: range))
            link(node, after: anchor)
        }
        markEdited(id.index, .contentEdited)
    }

    /// Gives an element another name, in both of its tags.
    ///
    /// - Parameters:
    ///   - id: The element.
    ///   - name: The new name by XML's rules, prefix included.
    public mutating func rename(_ id: XMLNode.ID, to name: String) {
        precondition(Text.isName(name), "not the name of an element: \(name)")
        guard !equals(nodes[Int(id.index)].name, name) else { return }
        nodes[Int(id.index)].name = append(Array(name.utf8))
        if !nodes[Int(id.index)].flags.contains(.selfClosing) { nodes[Int(id.index)].flags.insert(.endTagMade) }
        markEdited(id.index, .tagEdited)
    }

    /// Writes `lead`, the value and the quote behind the store; the name stands inside `lead`.
    private mutating func append(
        attribute lead: [UInt8], nameAt offset: Int, nameLength: Int, _ value: String, _ quote: UInt8
    ) -> AttributeRecord {
        let start = store.count
        let encoded = Text.encode(value, quote: quote)
        let range = append(lead + encoded + [quote])
        let valueStart = start + lead.count
        return AttributeRecord(
            range: range, name: ByteRange(start + offset, start + offset + nameLength),
            value: ByteRange(valueStart, valueStart + encoded.count))
    }

    mutating func link(attribute record: AttributeRecord, to element: Int32) {
        let index = Int32(truncatingIfNeeded: attributes.count)
        attributes.append(record)
        let last = nodes[Int(element)].lastAttribute
        if last == NodeRecord.none {
            nodes[Int(element)].firstAttribute = index
        } else {
            attributes[Int(last)].next = index
        }
        nodes[Int(element)].lastAttribute = index
    }

    /// The quote of the element's last attribute, else of the first attribute in the document.
    func quote(for element: Int32) -> UInt8 {
        let last = nodes[Int(element)].lastAttribute
        if last != NodeRecord.none { return store[Int(attributes[Int(last)].value.end)] }
        return attributes.first.map { store[Int($0.value.end)] } ?? UInt8(ascii: "'")
    }

    /// One space, or a line break and an indent where the element has one attribute to a line.
    private func attributeSpace(for element: Int32) -> String {
        let all = attributeIndices(of: element).map(Int.init)
        guard all.count > 1, let last = all.last else { return " " }
        let space = store[Int(attributes[last].range.start)..<Int(attributes[last].name.start)]
        return space.contains(0x0A) ? String(decoding: space, as: UTF8.self) : " "
    }
}
