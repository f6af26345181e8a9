/// Making and removing the elements that values stand in.
extension XMLDocument {
    /// The element at a path; what is missing of it is made, and goes again when it is empty.
    @discardableResult
    mutating func makeElement(at path: String, from start: XMLNode.ID) -> XMLNode.ID {
        if let there = firstElement(at: spelled(path), from: start.index) { return XMLNode.ID(index: there) }
        return path.split(separator: "/").reduce(start) { parent, name in
            let known = firstChild(named: spelled(String(name)), of: parent.index)
            return known.map(XMLNode.ID.init) ?? makeChild(at: String(name), in: parent)
        }
    }

    /// A new element of the name that ends `path`.
    mutating func makeChild(at path: String, in parent: XMLNode.ID) -> XMLNode.ID {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        declareNamespace(of: name)
        let element = insert(NewElement(spelled(name)), into: parent)
        nodes[Int(element.index)].flags.insert(.madeOnTheWay)
        return element
    }

    /// Makes an element one that stays when it is empty.
    mutating func keep(_ element: XMLNode.ID) { nodes[Int(element.index)].flags.remove(.madeOnTheWay) }

    mutating func setValue(_ value: String, at place: ValuePath, of element: XMLNode.ID) {
        if let attribute = place.attribute {
            setAttribute(attribute, to: value, of: element)
        } else {
            setText(value, of: element)
        }
    }

    mutating func removeValue(at place: ValuePath, from start: XMLNode.ID) {
        let found = firstElement(at: spelled(place.elements), from: start.index)
        guard let element = found.map(XMLNode.ID.init) else { return }
        if let attribute = place.attribute {
            removeAttribute(attribute, of: element)
            prune(element, upTo: start)
        } else if element == start {
            setText("", of: element)
        } else {
            removeElement(element, upTo: start)
        }
    }

    /// Removes an element, and those around it that were made for it.
    mutating func removeElement(_ element: XMLNode.ID, upTo start: XMLNode.ID) {
        let parent = XMLNode.ID(index: nodes[Int(element.index)].parent)
        guard element != start else { return }
        remove(element)
        prune(parent, upTo: start)
    }

    private mutating func prune(_ element: XMLNode.ID, upTo start: XMLNode.ID) {
        let record = nodes[Int(element.index)]
        let isBare = childIndices(of: element.index).allSatisfy(isWhiteSpace)
        guard isBare else { return }
        if element != start, record.flags.contains(.madeOnTheWay), record.firstAttribute == NodeRecord.none {
            removeElement(element, upTo: start)
        } else if record.flags.contains(.endTagMade) {
            close(element.index)
        }
    }

    /// Makes an element that was opened for content, and has none left, `<name/>` again.
    private mutating func close(_ index: Int32) {
        for child in Array(childIndices(of: index)) { unlink(child) }
        nodes[Int(index)].flags.remove(.endTagMade)
        nodes[Int(index)].flags.insert(.selfClosing)
        markEdited(index, .tagEdited)
    }
}
