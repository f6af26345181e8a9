/// A document of one of libvirt's kinds: a domain, a network, a storage pool and so on.
///
/// A new kind needs a root name and a stored document; reading, writing and the text come from here.
public protocol LibvirtDocument: ElementView, Equatable {
    /// The name of the outermost element, such as `domain`.
    static var rootName: String { get }

    /// A view of a document whose outermost element is of the kind.
    init(document: XMLDocument, id: XMLNode.ID)
}

extension LibvirtDocument {
    /// Reads a file.
    ///
    /// - Parameter path: A regular file with XML.
    /// - Throws: An ``XMLError`` that names the file, and the line and column where that helps, when the file cannot be
    ///   read, is no XML or holds a document of another kind.
    public init(contentsOf path: String) throws { try self.init(XMLDocument(contentsOf: path)) }

    /// Reads a text.
    ///
    /// - Parameter xml: The whole text.
    /// - Throws: An ``XMLError`` with line and column when the text is no XML or a document of another kind.
    public init(xml: String) throws { try self.init(XMLDocument(xml: xml)) }

    /// Takes over a document that is parsed already.
    ///
    /// - Parameter document: The document.
    /// - Throws: An ``XMLError`` with code ``XMLError/Code/wrongRoot`` when it is of another kind.
    public init(_ document: XMLDocument) throws {
        let root = document.root
        guard root.name == Self.rootName else {
            let place = root.position
            throw XMLError(
                .wrongRoot, "this is a <\(root.name)>, not a <\(Self.rootName)>", file: document.file,
                line: place.line, column: place.column)
        }
        self.init(document: document, id: root.id)
    }

    /// The text of the document as it is now; without an edit, the very text that was read.
    public var xml: String { document.xml }

    /// Writes the document to a file in one step; see ``XMLDocument/write(to:)``.
    ///
    /// - Parameter path: The file; its folder must exist.
    /// - Throws: An ``XMLError`` with code ``XMLError/Code/unwritable``; the old file is untouched then.
    public func write(to path: String) throws { try document.write(to: path) }

    /// Two documents are equal when their texts are, byte for byte.
    public static func == (left: Self, right: Self) -> Bool { left.document == right.document }
}
