/// An XML text and its tree, as a value: what is not edited stays byte for byte.
///
/// A document keeps the text that it was made of. Comments, quotes, white space, entities, CDATA, a byte order mark and
/// line ends survive; an edit rewrites only the tag or the text that it names.
///
/// ```swift
/// var document = try XMLDocument(xml: "<domain type='kvm'>\n  <name>web</name>\n</domain>\n")
/// if let name = document.root.first("name") { document.setText("db", of: name.id) }
/// print(document.xml)
/// ```
///
/// Nothing that can reach out is read: no DOCTYPE, no entity but XML's own five, no network, no XInclude.
public struct XMLDocument: Sendable {
    /// The text that was parsed, then whatever edits have added; ranges of either part are valid for ever.
    var store: [UInt8]
    var nodes: [NodeRecord]
    var attributes: [AttributeRecord]
    private(set) var rootID: XMLNode.ID
    /// Whether any edit has been made since the parse.
    public internal(set) var isEdited = false
    /// The file that the document was read from.
    public internal(set) var file: String?

    /// Parses `xml`.
    ///
    /// - Parameters:
    ///   - xml: The whole text.
    ///   - limits: How much is accepted.
    /// - Throws: An ``XMLError`` with line and column when the text is no XML, has a DOCTYPE or exceeds a limit.
    public init(xml: String, limits: Limits = Limits()) throws {
        try self.init(bytes: Array(xml.utf8), limits: limits)
    }

    /// Parses UTF-8 bytes.
    ///
    /// - Parameters:
    ///   - bytes: The whole text, with or without a byte order mark.
    ///   - limits: How much is accepted.
    ///   - file: The file that the bytes come from, for messages.
    /// - Throws: An ``XMLError`` with line and column when the text is no XML, has a DOCTYPE, is not UTF-8 or exceeds a
    ///   limit.
    public init(bytes: [UInt8], limits: Limits = Limits(), file: String? = nil) throws {
        try self.init(bytes, limits, file, isWellFormed: false)
    }

    /// Parses a text that libvirt has written.
    ///
    /// libvirt takes care of what is well-formed, and libxml2 need not look for that: this is several times as fast.
    /// Should it be malformed after all, then what is read of it may be anything, or an error.
    package init(fromLibvirt bytes: [UInt8]) throws { try self.init(bytes, Limits(), nil, isWellFormed: true) }

    private init(_ bytes: [UInt8], _ limits: Limits, _ file: String?, isWellFormed: Bool) throws {
        guard bytes.count <= limits.bytes else {
            throw XMLError(.tooLarge, "the document has \(bytes.count) bytes, more than \(limits.bytes)", file: file)
        }
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(XMLError) in try XMLDocument.parse(buffer, limits, isWellFormed) }
        }
        switch parsed {
        case .failure(let error): throw error.of(file: file)
        case .success(let tree):
            self.store = bytes
            self.nodes = tree.nodes
            self.attributes = tree.attributes
            self.rootID = tree.root
            self.file = file
        }
    }

    private typealias Tree = (nodes: [NodeRecord], attributes: [AttributeRecord], root: XMLNode.ID)

    private static func parse(
        _ buffer: UnsafeBufferPointer<UInt8>, _ limits: Limits, _ isWellFormed: Bool
    ) throws(XMLError) -> Tree {
        try Preflight(bytes: buffer).check()
        if !isWellFormed { try WellFormedness.check(buffer) }
        var scanner = Scanner(document: buffer, limits: limits)
        try scanner.run()
        guard let root = scanner.nodes.firstIndex(where: { $0.kind == .element && $0.parent == 0 }) else {
            throw XMLError(.notWellFormed, "the document has no element", line: 1, column: 1)
        }
        return (scanner.nodes, scanner.attributes, XMLNode.ID(index: Int32(truncatingIfNeeded: root)))
    }

    /// A document without content, to stand in while the real one is edited elsewhere; it never reaches a user.
    private init() {
        store = []
        nodes = []
        attributes = []
        rootID = XMLNode.ID(index: 0)
    }

    /// Hands the document over and leaves an empty one behind, so that an edit through a view copies nothing.
    mutating func take() -> XMLDocument {
        var taken = XMLDocument()
        swap(&taken, &self)
        return taken
    }

    /// The outermost element.
    public var root: XMLNode { XMLNode(document: self, id: rootID) }

    /// The node of the given identity, which must be one of this document or of a copy of it.
    public func node(_ id: XMLNode.ID) -> XMLNode { XMLNode(document: self, id: id) }

    /// Whether the node still stands in the tree; a removed one, or one below it, does not.
    public func contains(_ id: XMLNode.ID) -> Bool {
        var index = id.index
        while index > 0 {
            if nodes[Int(index)].flags.contains(.removed) { return false }
            index = nodes[Int(index)].parent
        }
        return index == 0
    }
}

extension XMLDocument: Equatable {
    /// Two documents are equal when their texts are, byte for byte.
    public static func == (left: XMLDocument, right: XMLDocument) -> Bool { left.bytes == right.bytes }
}
