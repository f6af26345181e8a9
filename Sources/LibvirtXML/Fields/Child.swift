/// One element with fields of its own, such as the `<os>` of a domain.
public struct Child<Fields: ElementFields>: ElementField {
    /// Where it stands below the element of the view; empty for a group of fields of that element itself.
    public let path: String

    /// The element at `path`.
    public init(_ path: String) { self.path = path }

    /// A view of the element; one that is not there is made by the first write.
    public func value(in view: some ElementView) -> View<Fields> {
        View(document: view.document, id: view.id, steps: view.steps(to: path))
    }

    /// Puts a copy of the element that `value` shows in the place of this one.
    public func set(_ value: View<Fields>, in view: inout some ElementView) {
        let source = value.isPresent ? [value.node] : []
        view.document.takeOver(source, at: view.steps(to: path), from: view.id)
    }

    /// A view that has the document for itself.
    public func take(from view: inout some ElementView) -> View<Fields> {
        let inner = view.steps(to: path)
        return View(document: view.document.take(), id: view.id, steps: inner)
    }

    /// Takes the edited document.
    public func giveBack(_ value: View<Fields>, to view: inout some ElementView) { view.document = value.document }
}

/// All elements of one kind, such as the disks of a domain.
public struct Children<Fields: ElementFields>: ElementField {
    /// Where they stand below the element of the view.
    public let path: String

    /// The elements at `path`.
    public init(_ path: String) { self.path = path }

    /// The views of the elements.
    public func value(in view: some ElementView) -> ElementList<Fields> {
        ElementList(document: view.document, owner: view.id, path: view.steps(to: path))
    }

    /// Puts copies of the elements that `value` shows in the place of these.
    public func set(_ value: ElementList<Fields>, in view: inout some ElementView) {
        view.document.takeOver(value.map(\.node), at: view.steps(to: path), from: view.id)
    }

    /// A list that has the document for itself.
    public func take(from view: inout some ElementView) -> ElementList<Fields> {
        let inner = view.steps(to: path)
        return ElementList(document: view.document.take(), owner: view.id, path: inner)
    }

    /// Takes the edited document.
    public func giveBack(_ value: ElementList<Fields>, to view: inout some ElementView) {
        view.document = value.document
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

extension FilePath {
    /// A path of element names without its last step.
    static func parent(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }
}
