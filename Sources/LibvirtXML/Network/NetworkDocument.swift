/// The definition of a virtual network.
public struct NetworkDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "network"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<network>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<network>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
}
