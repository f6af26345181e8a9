public import FoundationEssentials
public import LibvirtXML

/// One file with the definition of something that a host can have.
public struct DefinitionFile: Sendable {
    /// The file.
    public let path: String
    /// The folder, as an absolute path, whose definitions it is one of.
    public let folder: String
    /// What is defined; a volume has no pool in its name yet.
    public internal(set) var name: DefinedName
    /// The UUID, where the file gives one.
    public let uuid: UUID?
    /// The definition, a guest's with absolute paths.
    public let document: XMLDocument
    /// What a guest's devices need.
    let deviceReferences: [Reference]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - folder: The folder that it belongs to; by default the one that it stands in.
    /// - Throws: ``Failure`` with kind `missingFile`, `noPermission` or `badDefinition`, naming line and column.
    public init(_ path: String, in folder: String? = nil) throws {
        do {
            let read = try XMLDocument(contentsOf: path)
            guard let kind = DefinedKind(rawValue: read.root.name) else {
                let known = DefinedKind.allCases.map { "<\($0.rawValue)>" }.joined(separator: ", ")
                throw Failure(
                    .badDefinition, "\(path):\(read.root.line)",
                    "a <\(read.root.name)> cannot be applied, only \(known)",
                    hint: "keep such files in another folder")
            }
            document = kind == .domain ? try DomainDocument(read).resolvingPaths().document : read
            guard let name = read.root.value("name")?.trimmed, !name.isEmpty else {
                throw Failure(
                    .badDefinition, "\(path):\(read.root.line)", "the \(kind.word) has no name",
                    hint: "add <name>…</name>")
            }
            self.path = path
            self.folder = folder ?? DefinitionFolder.absolute(DefinitionFolder.parent(of: path))
            self.name = DefinedName(kind, name)
            uuid = try read.root.first("uuid").map { element in
                guard let uuid = UUID(written: element.text.trimmed) else {
                    throw Failure(
                        .badDefinition, "\(path):\(element.line)", "'\(element.text.trimmed)' is no UUID",
                        hint: "write 32 hexadecimal digits, or remove the <uuid>: what is there keeps its own")
                }
                return uuid
            }
            deviceReferences = kind == .domain ? Reference.all(in: read) : []
        } catch {
            throw Failure(error)
        }
    }

    /// Refuses a definition that breaks libvirt's schema, naming the first element that does.
    func checkSchema() throws {
        if let mistake = mistake(by: try Schema(name.kind.schema)) { throw mistake }
    }

    /// What first breaks a schema.
    func mistake(by schema: Schema) -> Failure? {
        guard let first = schema.validate(document).first else { return nil }
        return Failure(
            .badDefinition, "\(path):\(first.line):\(first.column)", first.message,
            hint: name.kind == .domain ? "strata validate \(path) shows all findings" : nil)
    }
}

extension UUID {
    /// Reads 32 hexadecimal digits, with hyphens or without; `nil` for anything else.
    ///
    /// The initializer of the library takes other letters for digits.
    fileprivate init?(written text: String) {
        let digits = text.filter { $0 != "-" }
        guard digits.utf8.count == 32, digits.allSatisfy(\.isHexDigit), digits.allSatisfy(\.isASCII) else { return nil }
        var groups = digits[...], parts: [Substring] = []
        for length in [8, 4, 4, 4, 12] {
            parts.append(groups.prefix(length))
            groups = groups.dropFirst(length)
        }
        self.init(uuidString: parts.joined(separator: "-"))
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        // Hardly any text has some, and looking at whole characters takes its time.
        if utf8.first.map(isVisible) != false, utf8.last.map(isVisible) != false { return self }
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    private func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}
