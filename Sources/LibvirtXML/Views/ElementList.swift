/// All elements of one kind in a document, as a collection of views.
///
/// ```swift
/// document.disks[0].bus = .virtio
/// document.disks.append(.disk(file: "data.qcow2", format: "qcow2", target: "vdb", bus: .virtio))
/// document.disks.remove(at: 0)
/// ```
public struct ElementList<View: ElementView>: RandomAccessCollection, Sendable {
    var document: XMLDocument
    private let owner: XMLNode.ID
    private var ids: [XMLNode.ID]

    init(document: XMLDocument, owner: XMLNode.ID) {
        self.document = document
        self.owner = owner
        self.ids = document.elements(at: View.path, from: owner.index).map(XMLNode.ID.init)
    }

    /// The position of the first view.
    public var startIndex: Int { 0 }
    /// The position behind the last view.
    public var endIndex: Int { ids.count }

    /// The view at a position; editing it edits the document, assigning one puts its element in this one's place.
    public subscript(position: Int) -> View {
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
            var view = View(document: document.take(), id: ids[position])
            defer { document = view.document }
            yield &view
        }
    }

    /// Adds an element behind the last of its kind.
    ///
    /// - Returns: The identity of the new element.
    @discardableResult
    public mutating func append(_ element: NewElement) -> XMLNode.ID {
        let parent = document.makeElement(at: FilePath.parent(of: View.path), from: owner)
        let id = document.insert(element, into: parent)
        refresh()
        return id
    }

    /// Adds an element that is written as XML behind the last of its kind.
    ///
    /// - Parameter xml: One element, taken over as it is written.
    /// - Returns: The identity of the new element.
    /// - Throws: An ``XMLError`` when `xml` is not one well-formed element.
    @discardableResult
    public mutating func append(xml: String) throws -> XMLNode.ID {
        let parent = document.makeElement(at: FilePath.parent(of: View.path), from: owner)
        let id = try document.insert(xml: xml, into: parent)
        refresh()
        return id
    }

    /// Removes the element at a position, and its lines with it.
    public mutating func remove(at position: Int) {
        document.remove(ids[position])
        refresh()
    }

    /// Removes every element that meets a condition.
    ///
    /// - Parameter shouldRemove: Whether the view's element goes.
    public mutating func removeAll(where shouldRemove: (View) throws -> Bool) rethrows {
        for id in try filter(shouldRemove).map(\.id) { document.remove(id) }
        refresh()
    }

    private mutating func refresh() {
        ids = document.elements(at: View.path, from: owner.index).map(XMLNode.ID.init)
    }
}

extension FilePath {
    /// A path of element names without its last step.
    static func parent(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }
}
