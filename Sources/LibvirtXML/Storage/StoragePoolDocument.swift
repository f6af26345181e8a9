/// The definition of a storage pool.
public struct StoragePoolDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "pool"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<pool>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<pool>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
}
