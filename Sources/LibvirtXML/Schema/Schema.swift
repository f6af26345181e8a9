/// One of libvirt's own schemas, to check documents against before libvirt sees them.
///
/// ```swift
/// for finding in try Schema(.domain).validate(document) {
///     print(finding.line, finding.path, finding.message)
/// }
/// ```
///
/// A schema is read once for the whole process and shared; validating is safe from many threads at once.
public struct Schema: Sendable {
    /// Which schema it is.
    public struct Kind: XMLToken {
        /// The file's name without `.rng`.
        public var rawValue: String
        /// The schema in the file of that name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Guests.
        public static let domain: Self = "domain"
        /// Networks.
        public static let network: Self = "network"
        /// Storage pools.
        public static let storagePool: Self = "storagepool"
        /// Storage volumes.
        public static let storageVolume: Self = "storagevol"
        /// Snapshots of guests.
        public static let domainSnapshot: Self = "domainsnapshot"
        /// Checkpoints of guests.
        public static let domainCheckpoint: Self = "domaincheckpoint"
        /// Network filters.
        public static let nwfilter: Self = "nwfilter"
        /// Secrets.
        public static let secret: Self = "secret"
        /// What a host can do.
        public static let capabilities: Self = "capability"
        /// What guests can have on a host.
        public static let domainCapabilities: Self = "domaincaps"
    }

    /// Which schema it is.
    public let kind: Kind
    private let compiled: CompiledSchema

    /// Finds and reads a schema, the first time that it is asked for.
    ///
    /// - Parameters:
    ///   - kind: Which one.
    ///   - folder: Where the schemas are; by default the folder that the environment's `STRATA_SCHEMA_DIR` names, or
    ///     else the place where libvirt installs them.
    /// - Throws: An ``XMLError`` with code ``XMLError/Code/schemaNotFound`` and a hint, or
    ///   ``XMLError/Code/schemaUnusable``.
    public init(_ kind: Kind, folder: String? = nil) throws {
        self.kind = kind
        compiled = try CompiledSchema.shared(file: SchemaFolder.file(kind.rawValue + ".rng", in: folder))
    }

    /// Whether a document is valid, without a word about why not.
    public func allows(_ document: XMLDocument) -> Bool { compiled.verdict(on: document) == nil }

    /// Checks a document.
    ///
    /// - Parameter document: The document as it is now; lines are those of its present text.
    /// - Returns: What is wrong, in the order of the text; nothing when the document is valid.
    public func validate(_ document: XMLDocument) -> [Finding] {
        guard let verdict = compiled.verdict(on: document) else { return [] }
        let explained = compiled.explanation(of: document)
        return explained.isEmpty ? [verdict.finding(in: document)] : explained
    }

    /// Checks a document.
    ///
    /// - Parameter document: The document as it is now; lines are those of its present text.
    /// - Returns: What is wrong, in the order of the text; nothing when the document is valid.
    public func validate(_ document: some LibvirtDocument) -> [Finding] { validate(document.document) }
}
