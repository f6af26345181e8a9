/// Why a document was refused, could not be read or could not be written.
///
/// ```swift
/// do {
///     _ = try DomainDocument(contentsOf: "web.xml")
/// } catch let error as XMLError where error.code == .notWellFormed {
///     print(error.line ?? 0, error.message)
/// }
/// ```
public struct XMLError: Error, Hashable, Sendable {
    /// What kind of problem it is; more codes may come, so a `switch` needs a `default`.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The stable name of the code.
        public var rawValue: String

        /// The code of the given name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The text breaks XML's own rules.
        public static let notWellFormed = Code(rawValue: "notWellFormed")
        /// The text has a DOCTYPE; libvirt's documents have none, and one can pull files and bombs in.
        public static let documentType = Code(rawValue: "documentType")
        /// The text is not UTF-8.
        public static let encoding = Code(rawValue: "encoding")
        /// There are more bytes than the limit allows.
        public static let tooLarge = Code(rawValue: "tooLarge")
        /// Elements are nested deeper than the limit allows.
        public static let tooDeep = Code(rawValue: "tooDeep")
        /// There are more nodes than the limit allows.
        public static let tooManyNodes = Code(rawValue: "tooManyNodes")
        /// It is XML, but a document of another kind.
        public static let wrongRoot = Code(rawValue: "wrongRoot")
        /// The file does not exist.
        public static let noSuchFile = Code(rawValue: "noSuchFile")
        /// The path names a folder, a pipe or a device.
        public static let notAFile = Code(rawValue: "notAFile")
        /// The file exists and cannot be read.
        public static let unreadable = Code(rawValue: "unreadable")
        /// The file cannot be written; the one that stood there before is untouched.
        public static let unwritable = Code(rawValue: "unwritable")
        /// The text is no XPath.
        public static let invalidPath = Code(rawValue: "invalidPath")
        /// No folder with libvirt's schemas was found.
        public static let schemaNotFound = Code(rawValue: "schemaNotFound")
        /// The schema was found and cannot be used.
        public static let schemaUnusable = Code(rawValue: "schemaUnusable")
    }

    /// What kind of problem it is.
    public var code: Code
    /// What is wrong, in one sentence without a full stop.
    public var message: String
    /// The file, when the text came from one.
    public var file: String?
    /// The line, counted from 1, where that is known.
    public var line: Int?
    /// The column, counted from 1, where that is known.
    public var column: Int?
    /// What to do about it, where that is known.
    public var hint: String?

    /// An error with what is known about it.
    public init(
        _ code: Code, _ message: String, file: String? = nil, line: Int? = nil, column: Int? = nil, hint: String? = nil
    ) {
        self.code = code
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.hint = hint
    }

    /// The same error, said of `file`.
    func of(file: String?) -> XMLError {
        var error = self
        error.file = file ?? error.file
        return error
    }
}

extension XMLError: CustomStringConvertible {
    /// The place and the message, such as `web.xml:12:7: …`; the hint is left to the caller.
    public var description: String {
        var place = file.map { $0 + ":" } ?? ""
        if let line {
            place += file == nil ? "line \(line)" : "\(line)"
            if let column { place += file == nil ? ", column \(column)" : ":\(column)" }
            place += ":"
        }
        return place.isEmpty ? message : place + " " + message
    }
}
