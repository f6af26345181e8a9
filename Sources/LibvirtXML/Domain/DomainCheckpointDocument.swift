/// A checkpoint of a guest: the point from which changed blocks are counted for an incremental backup.
public struct DomainCheckpointDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "domaincheckpoint"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<domaincheckpoint>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<domaincheckpoint>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
}
