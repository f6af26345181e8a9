/// What other programs keep with a definition: one element for each of their namespaces.
///
/// ```swift
/// let system = document.metadata["http://libosinfo.org/xmlns/libvirt/domain/1.0"]?.first("os")
/// try document.metadata.set("<my:owner xmlns:my='urn:my'>me</my:owner>")
/// ```
public struct Metadata: Sendable {
    var document: XMLDocument
    let owner: XMLNode.ID

    private var path: String { MetadataField.element }

    /// The elements, in the order in which they are written.
    public var elements: [XMLNode] { document.node(owner).first(path)?.elements ?? [] }

    /// The element of a namespace.
    public subscript(namespace: String) -> XMLNode? { elements.first { $0.namespace == namespace } }

    /// Takes the place of the element of the same namespace, or adds one.
    ///
    /// - Parameter xml: One element that declares its namespace.
    /// - Throws: An ``XMLError`` when `xml` is not one well-formed element.
    public mutating func set(_ xml: String) throws {
        let namespace = try XMLDocument(xml: xml).root.namespace
        let parent = document.makeElement(at: path, from: owner)
        let old = elements.first { $0.namespace == namespace }
        try document.insert(xml: xml, into: parent, at: old.map { .after($0.id) } ?? .last)
        if let old { document.removeElement(old.id, upTo: owner) }
    }

    /// Removes the element of a namespace.
    public mutating func remove(_ namespace: String) {
        guard let old = self[namespace] else { return }
        document.removeElement(old.id, upTo: owner)
    }
}

/// The `<metadata>` of a definition.
public struct MetadataField: ElementField {
    static let element = "metadata"

    /// Where it stands.
    public var path: String { MetadataField.element }

    /// The metadata of a definition.
    public init() {}

    /// What the document says.
    public func value(in view: some ElementView) -> Metadata { Metadata(document: view.document, owner: view.id) }

    /// Puts copies of all elements of `value` in the place of these.
    public func set(_ value: Metadata, in view: inout some ElementView) {
        let source = value.document.node(value.owner).first(path).map { [$0] } ?? []
        view.document.takeOver(source, at: path, from: view.id)
    }

    /// The metadata, which have the document for themselves.
    public func take(from view: inout some ElementView) -> Metadata {
        Metadata(document: view.document.take(), owner: view.id)
    }

    /// Takes the edited document.
    public func giveBack(_ value: Metadata, to view: inout some ElementView) { view.document = value.document }
}
