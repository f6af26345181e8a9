/// A snapshot of a guest: its state, and what its disks looked like.
public struct DomainSnapshotDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "domainsnapshot"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<domainsnapshot>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<domainsnapshot>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
}
