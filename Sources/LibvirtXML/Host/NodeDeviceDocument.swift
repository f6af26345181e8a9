/// A device of the host.
public struct NodeDeviceDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "device"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<device>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<device>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
}
