/// A secret that libvirt keeps, such as the passphrase of an encrypted disk; its value is never in it.
public struct SecretDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "secret"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<secret>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<secret>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
}
