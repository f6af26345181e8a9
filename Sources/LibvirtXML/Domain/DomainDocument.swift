/// The definition of a guest, as libvirt reads it: the user's text, with typed access to it.
///
/// ```swift
/// var document = try DomainDocument(contentsOf: "domains/web.xml")
/// document.memory = .gibibytes(4)
/// document.disks[0].source = "/images/web.qcow2"
/// try document.write(to: "domains/web.xml")     // comments, order and quotes are as they were
/// ```
public struct DomainDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "domain"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<domain>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<domain>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }

    /// All devices of all kinds in the order in which they are written; the emulator is none.
    public var devices: [Device] {
        node.all("devices").flatMap(\.elements).filter { $0.name != "emulator" }
            .map { Device(document: document, id: $0.id) }
    }
}
