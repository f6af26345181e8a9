/// A network filter: rules for the traffic of adapters.
public struct NWFilterDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "filter"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<filter>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<filter>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
}
