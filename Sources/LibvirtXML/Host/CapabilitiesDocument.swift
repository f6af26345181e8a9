/// What a host and its hypervisor can do.
public struct CapabilitiesDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "capabilities"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<capabilities>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<capabilities>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
}
