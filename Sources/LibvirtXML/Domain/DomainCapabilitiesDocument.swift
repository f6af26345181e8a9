/// What guests can have on a host: devices, models, features.
public struct DomainCapabilitiesDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "domainCapabilities"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<domainCapabilities>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<domainCapabilities>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
}
