/// One node of a document, for reading; edits are made on the document by ``id``.
///
/// A node holds the document as it was when the node was taken, so it stays valid and unchanged while the document is
/// edited.
public struct XMLNode: Sendable, Identifiable {
    /// The identity of a node in its document and in every copy and later state of it.
    public struct ID: Hashable, Sendable {
        var index: Int32
    }

    /// What a node is.
    public enum Kind: UInt8, Hashable, Sendable {
        /// The document itself, around the outermost element.
        case document
        /// An element.
        case element
        /// Text between tags, white space included.
        case text
        /// A comment.
        case comment
        /// Text in `<![CDATA[…]]>`.
        case cdata
        /// A processing instruction; the XML declaration counts as one.
        case processingInstruction
    }

    /// The document that the node is read from.
    public let document: XMLDocument
    /// The identity of the node.
    public let id: ID

    var record: NodeRecord { document.nodes[Int(id.index)] }

    /// What the node is.
    public var kind: Kind { record.kind }

    /// The name as written, prefix included, such as `qemu:arg`; empty for what has no name.
    public var name: String { document.string(record.name) }

    /// The part of the name in front of the colon.
    public var prefix: String? { XMLName(name).prefix }

    /// The name without its prefix.
    public var localName: String { XMLName(name).local }

    /// The namespace that the name belongs to, `nil` for none.
    public var namespace: String? { document.namespace(ofPrefix: prefix, at: id.index) }

    /// The attributes in the order in which they are written, namespace declarations included.
    public var attributes: [(name: String, value: String)] {
        document.attributeIndices(of: id.index).map { index in
            (document.string(document.attributes[Int(index)].name), document.value(ofAttribute: index))
        }
    }

    /// The value of the attribute of that name, as written with its prefix; `nil` when there is none.
    public func attribute(_ name: String) -> String? {
        document.attributeIndex(name, of: id.index).map(document.value(ofAttribute:))
    }

    /// The text of the node: of an element, all text and CDATA below it; references are resolved.
    public var text: String { document.text(of: id.index) }

    /// The node as it is written, with all that is below it.
    public var xml: String { String(decoding: document.bytes(of: id), as: UTF8.self) }

    /// The node around this one.
    public var parent: XMLNode? { node(record.parent) }

    /// Everything directly in the node: elements, texts, comments and so on.
    public var children: [XMLNode] {
        document.childIndices(of: id.index).map { XMLNode(document: document, id: ID(index: $0)) }
    }

    /// The elements directly in the node.
    public var elements: [XMLNode] { children.filter { $0.kind == .element } }

    /// The elements of that name directly in the node.
    public func elements(named name: String) -> [XMLNode] {
        document.children(named: name, of: id.index).map { XMLNode(document: document, id: ID(index: $0)) }
    }

    private func node(_ index: Int32) -> XMLNode? {
        index == NodeRecord.none ? nil : XMLNode(document: document, id: ID(index: index))
    }
}
