/// A run of bytes in a document's store.
struct ByteRange: Sendable, Hashable {
    var start: Int32
    var end: Int32

    init(_ start: Int, _ end: Int) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
    }

    var bounds: Range<Int> { Int(start)..<Int(end) }
    var isEmpty: Bool { start == end }
}

/// One node of the tree: links to its relatives and the bytes it is written with.
///
/// All links are indices into the document's flat array, `none` where there is nobody. Flat records of fixed size keep
/// a parse to one growing array instead of an object per node.
struct NodeRecord: Sendable {
    static let none: Int32 = -1

    struct Flags: OptionSet, Sendable {
        var rawValue: UInt8
        /// Written as `<name/>`.
        static let selfClosing = Flags(rawValue: 1)
        /// The start or end tag is no longer the one in the store.
        static let tagEdited = Flags(rawValue: 2)
        /// Something below is no longer as it was.
        static let contentEdited = Flags(rawValue: 4)
        /// Taken out of the tree; the index stays taken.
        static let removed = Flags(rawValue: 8)
        /// The end tag must be made from the name.
        static let endTagMade = Flags(rawValue: 16)
        /// Made only because something was written below; it goes when that is gone.
        static let madeOnTheWay = Flags(rawValue: 32)
    }

    var kind: XMLNode.Kind
    var flags: Flags = []
    var parent: Int32
    var previous: Int32 = none
    var next: Int32 = none
    var firstChild: Int32 = none
    var lastChild: Int32 = none
    /// All bytes of the node, from `<` of the start tag to `>` of the end tag.
    var range: ByteRange
    /// The name of an element, the target of a processing instruction.
    var name = ByteRange(0, 0)
    var firstAttribute: Int32 = none
    var lastAttribute: Int32 = none
    /// White space between the last attribute (or the name) and `>` or `/>`.
    var tail = ByteRange(0, 0)
    /// The end of the start tag, behind its `>`.
    var openEnd: Int32 = 0
    /// Where `</` of the end tag stands.
    var closeStart: Int32 = 0

    init(kind: XMLNode.Kind, parent: Int32, range: ByteRange) {
        self.kind = kind
        self.parent = parent
        self.range = range
    }
}

/// One attribute as it is written: ` name = "value"`.
struct AttributeRecord: Sendable {
    var next: Int32 = NodeRecord.none
    /// All bytes, from the white space in front to the closing quote.
    var range: ByteRange
    var name: ByteRange
    /// The value as written, without its quotes.
    var value: ByteRange
}
