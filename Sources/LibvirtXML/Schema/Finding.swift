/// One thing in a document that libvirt's schema does not allow, or that a check beyond it has found.
public struct Finding: Hashable, Sendable {
    /// What kind of mistake it is.
    public struct Kind: XMLToken {
        /// The stable name of the kind.
        public var rawValue: String
        /// The kind of that name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// An element that does not exist or may not stand where it does.
        public static let unexpectedElement: Self = "unexpectedElement"
        /// An attribute that does not exist or may not stand where it does.
        public static let unexpectedAttribute: Self = "unexpectedAttribute"
        /// A value that an attribute or an element cannot have.
        public static let invalidValue: Self = "invalidValue"
        /// An element that must be there and is not.
        public static let missingElement: Self = "missingElement"
        /// An attribute that must be there and is not.
        public static let missingAttribute: Self = "missingAttribute"
        /// Text where only elements may stand.
        public static let unexpectedText: Self = "unexpectedText"
        /// A value that must be there once and is there again.
        public static let duplicate: Self = "duplicate"
        /// Two values that cannot both be.
        public static let contradiction: Self = "contradiction"
        /// A name of something that the host does not have.
        public static let missingReference: Self = "missingReference"
        /// Something that the host, or its QEMU, cannot give.
        public static let unsupported: Self = "unsupported"
        /// What only libxml2 could tell, in its words.
        public static let other: Self = "other"
    }

    /// What kind of mistake it is.
    public var kind: Kind
    /// What is wrong, in one sentence without a full stop.
    public var message: String
    /// The element that it is about, such as `/domain/devices/disk[2]/source`.
    public var path: String
    /// The attribute that it is about, if it is one.
    public var attribute: String?
    /// The line of the element, counted from 1.
    public var line: Int
    /// The column of the element, counted from 1.
    public var column: Int
    /// What the schema allows in its place: names, values or descriptions of values.
    public var allowed: [String]
    /// What to do about it, where that is known.
    public var remedy: String?
}

extension Finding: CustomStringConvertible {
    /// The line, the path and the message.
    public var description: String { "line \(line): \(path): \(message)" }
}
