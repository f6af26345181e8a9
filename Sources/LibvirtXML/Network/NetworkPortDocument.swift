/// A port of a virtual network, to which one adapter is connected.
public struct NetworkPortDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "networkport"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<networkport>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<networkport>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
}
