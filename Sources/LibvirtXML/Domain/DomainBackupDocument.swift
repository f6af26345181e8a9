/// A backup job of a guest: which disks go where, and since when.
public struct DomainBackupDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "domainbackup"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<domainbackup>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<domainbackup>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
}
