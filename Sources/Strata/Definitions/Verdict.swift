public import Libvirt
internal import LibvirtXML

/// What checking one definition file found.
public struct Verdict: Codable, Hashable, Sendable {
    /// One thing that is wrong.
    public struct Finding: Codable, Hashable, Sendable {
        /// What kind of mistake it is, such as `unexpectedElement`, `duplicate` or `notWellFormed`.
        public var kind: String
        /// The line in the file.
        public var line: Int?
        /// The column in the file, where it is known.
        public var column: Int?
        /// The element, such as `/domain/devices/disk[2]`, where it is one.
        public var element: String?
        /// The attribute, where it is one.
        public var attribute: String?
        /// What is wrong.
        public var message: String
        /// What the schema or the host allows instead.
        public var allowed: [String]
        /// What to do about it, where that is known.
        public var remedy: String?
    }

    /// The file.
    public var file: String
    /// Whether nothing was found.
    public var isValid: Bool
    /// What was found.
    public var findings: [Finding]

    /// Checks one file: whether it can be read, is XML of one of libvirt's kinds, keeps to libvirt's schema, and, for a
    /// guest, does what no schema can ask.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - schemaOnly: Whether to leave out the checks beyond the schema.
    /// - Returns: What was found.
    public static func of(file: String, schemaOnly: Bool = false) -> Verdict {
        Verdict(file) { document in
            let domain = try? DomainDocument(document)
            let findings = try schemaFindings(in: document, domain)
            return schemaOnly ? findings : findings + (domain?.check() ?? [])
        }
    }

    /// Checks many files, on all processors at once.
    ///
    /// - Parameters:
    ///   - files: The files.
    ///   - schemaOnly: Whether to leave out the checks beyond the schema.
    /// - Returns: What was found, in the order of the files.
    public static func of(files: [String], schemaOnly: Bool = false) async -> [Verdict] {
        let lanes = max(1, min(processorCount, files.count / 8))
        return await withTaskGroup(of: [(Int, Verdict)].self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    stride(from: lane, to: files.count, by: lanes).map { index in
                        (index, Verdict.of(file: files[index], schemaOnly: schemaOnly))
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// Checks one file, also against a host: whether it has what a guest names and can give what it asks for.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - connection: The host; it must be writable, for QEMU is run to ask what it can do.
    /// - Returns: What was found.
    /// - Throws: ``Failure`` when the host cannot be asked.
    public static func of(file: String, on connection: Connection) async throws -> Verdict {
        let document: XMLDocument
        do {
            document = try XMLDocument(contentsOf: file)
        } catch {
            return Verdict(file) { _ in throw error }
        }
        guard let domain = try? DomainDocument(document).resolvingPaths() else { return of(file: file) }
        let host = try await HostFacts.read(for: domain, on: connection)
        return Verdict(file) { try schemaFindings(in: $0, domain) + domain.check(on: host) }
    }

    private init(_ file: String, _ check: (XMLDocument) throws -> [LibvirtXML.Finding]) {
        self.file = file
        do {
            findings = try check(try XMLDocument(contentsOf: file)).map(Finding.init)
        } catch {
            findings = [Finding(error)]
        }
        isValid = findings.isEmpty
    }

    /// Relative paths, which the schema does not allow, are resolved where there are any.
    private static func schemaFindings(
        in document: XMLDocument, _ domain: DomainDocument?
    ) throws -> [LibvirtXML.Finding] {
        guard let kind = Schema.Kind(root: document.root.name) else {
            throw XMLError(
                .wrongRoot, "<\(document.root.name)> is no document of libvirt's", file: document.file, line: 1,
                column: 1, hint: "the outermost element is <domain>, <network>, <pool> or the like")
        }
        let schema = try Schema(kind)
        if schema.allows(document) { return [] }
        return schema.validate(domain?.resolvingPaths().document ?? document)
    }
}

extension Verdict.Finding {
    fileprivate init(_ finding: LibvirtXML.Finding) {
        self.init(
            kind: finding.kind.rawValue, line: finding.line, column: finding.column, element: finding.path,
            attribute: finding.attribute, message: finding.message, allowed: finding.allowed, remedy: finding.remedy)
    }

    fileprivate init(_ error: any Error) {
        let error = error as? XMLError
        self.init(
            kind: error?.code.rawValue ?? "failed", line: error?.line, column: error?.column, element: nil,
            attribute: nil, message: error?.message ?? "it cannot be checked", allowed: [], remedy: error?.hint)
    }
}
