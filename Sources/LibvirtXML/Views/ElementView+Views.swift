extension ElementView {
    /// Another view over the same document, such as the `os` part of a domain.
    ///
    /// Reading costs no copy, and neither does an edit through it. Assigning one takes over the element that it shows.
    subscript<View: ElementView>(view type: View.Type) -> View {
        get { View(document: document, id: id) }
        set {
            document.takeOver(
                [
                    newValue.document.firstElement(at: View.path, from: newValue.id.index)
                        .map { newValue.document.node(XMLNode.ID(index: $0)) }
                ].compactMap { $0 }, at: View.path, from: id)
        }
        _modify {
            var view = View(document: document.take(), id: id)
            defer { document = view.document }
            yield &view
        }
    }

    /// The list of all elements of one kind, such as the disks of a domain.
    subscript<View: ElementView>(list type: View.Type) -> ElementList<View> {
        get { ElementList(document: document, owner: id) }
        set { document.takeOver(newValue.map(\.node), at: View.path, from: id) }
        _modify {
            var list = ElementList<View>(document: document.take(), owner: id)
            defer { document = list.document }
            yield &list
        }
    }
}

extension XMLDocument {
    /// Puts copies of `nodes` in the place of all elements at `path`.
    mutating func takeOver(_ nodes: [XMLNode], at path: String, from start: XMLNode.ID) {
        let sources = nodes.map(\.xml)
        for old in elements(at: path, from: start.index) { remove(XMLNode.ID(index: old)) }
        guard !sources.isEmpty else { return }
        let parent = makeElement(at: FilePath.parent(of: path), from: start)
        for source in sources {
            // The text of an element that was parsed or made here is well-formed.
            _ = try? insert(xml: source, into: parent)
        }
    }
}
