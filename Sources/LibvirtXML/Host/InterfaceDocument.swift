/// The settings of a network interface of the host.
public struct InterfaceDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "interface"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<interface>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is an `<interface>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
}
