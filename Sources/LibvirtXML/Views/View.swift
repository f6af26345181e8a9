/// A view of an element of one kind; its fields are properties.
///
/// ```swift
/// document.disks[0].cache = .writeBack         // a View<DomainDocument.Disk>
/// document.cpu.remove()                        // a View<DomainDocument.CPU>
/// ```
public struct View<Fields: ElementFields>: ElementView {
    /// The document that the view reads and edits.
    public var document: XMLDocument
    /// The identity of the element, or of the nearest one around it that was there.
    public let id: XMLNode.ID
    /// The steps from that one to the element.
    public let steps: String

    /// A view of the element `id`, or of the one that is, or will be, at a path below it.
    public init(document: XMLDocument, id: XMLNode.ID, steps: String = "") {
        (self.document, self.id, self.steps) = (document, id, steps)
    }

    /// Takes the element out of the document; fields that are written later make it anew.
    ///
    /// An element that the view was given by its identity stays: its list removes it.
    public mutating func remove() { document.removeValue(at: ValuePath(steps), from: id) }
}
