/// The tie between a network filter and one adapter of a guest.
public struct NWFilterBindingDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "filterbinding"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<filterbinding>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<filterbinding>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
}
