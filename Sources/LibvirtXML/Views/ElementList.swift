/// All elements of one kind in a document, as a collection of views.
///
/// ```swift
/// document.disks[0].bus = .virtio
/// document.disks.append(.disk(file: "data.qcow2", format: "qcow2", target: "vdb", bus: .virtio))
/// document.watchdogs.append { $0.model = .i6300esb }
/// document.disks.remove(at: 0)
/// ```
public struct ElementList<Fields: ElementFields>: RandomAccessCollection, Sendable {
    var document: XMLDocument
    private let owner: XMLNode.ID
    private let path: String
    private var ids: [XMLNode.ID] = []

    init(document: XMLDocument, owner: XMLNode.ID, path: String) {
        (self.document, self.owner, self.path) = (document, owner, path)
        refresh()
    }

    /// The position of the first view.
    public var startIndex: Int { 0 }
    /// The position behind the last view.
    public var endIndex: Int { ids.count }

    /// The view at a position; editing it edits the document, assigning one puts its element in this one's place.
    public subscript(position: Int) -> View<Fields> {
        get { View(document: document, id: ids[position]) }
        set {
            let parent = document.node(ids[position]).parent?.id ?? owner
            // The text of an element that was parsed or made here is well-formed.
            guard let new = try? document.insert(xml: newValue.node.xml, into: parent, at: .after(ids[position])) else {
                return
            }
            document.remove(ids[position])
            ids[position] = new
        }
        _modify {
            var view = View<Fields>(document: document.take(), id: ids[position])
            defer { document = view.document }
            yield &view
        }
    }

    /// Adds an element behind the last of its kind.
    ///
    /// - Returns: The identity of the new element.
    @discardableResult
    public mutating func append(_ element: NewElement) -> XMLNode.ID {
        let parent = document.makeElement(at: FilePath.parent(of: path), from: owner)
        let id = document.insert(element, into: parent)
        refresh()
        return id
    }

    /// Adds an element behind the last of its kind, with the fields that `fill` writes.
    ///
    /// - Parameter fill: Gets a view of the new element.
    /// - Returns: The identity of the new element.
    @discardableResult
    public mutating func append(_ fill: (inout View<Fields>) throws -> Void) rethrows -> XMLNode.ID {
        let parent = document.makeElement(at: FilePath.parent(of: path), from: owner)
        let id = document.makeChild(at: path, in: parent)
        document.keep(id)
        var view = View<Fields>(document: document.take(), id: id)
        defer {
            document = view.document
            refresh()
        }
        try fill(&view)
        return id
    }

    /// Adds an element that is written as XML behind the last of its kind.
    ///
    /// - Parameter xml: One element, taken over as it is written.
    /// - Returns: The identity of the new element.
    /// - Throws: An ``XMLError`` when `xml` is not one well-formed element.
    @discardableResult
    public mutating func append(xml: String) throws -> XMLNode.ID {
        let parent = document.makeElement(at: FilePath.parent(of: path), from: owner)
        let id = try document.insert(xml: xml, into: parent)
        refresh()
        return id
    }

    /// Removes the element at a position, and its lines with it.
    public mutating func remove(at position: Int) {
        document.removeElement(ids[position], upTo: owner)
        refresh()
    }

    /// Removes every element that meets a condition.
    ///
    /// - Parameter shouldRemove: Whether the view's element goes.
    public mutating func removeAll(where shouldRemove: (View<Fields>) throws -> Bool) rethrows {
        for id in try filter(shouldRemove).map(\.id) { document.removeElement(id, upTo: owner) }
        refresh()
    }

    private mutating func refresh() {
        ids = document.elements(at: document.spelled(path), from: owner.index).map(XMLNode.ID.init)
    }
}
