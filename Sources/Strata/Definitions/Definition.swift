internal import FoundationEssentials
public import LibvirtXML

/// A domain definition in a file, with its relative paths resolved against the file's folder.
///
/// The file itself is never changed.
public struct Definition: Sendable {
    /// The file it came from.
    public let file: String
    /// The definition with absolute paths, as libvirt needs it.
    public var document: DomainDocument

    /// Reads a file.
    ///
    /// - Throws: ``Failure`` with kind `missingFile`, `noPermission` or `badDefinition`, naming line and column.
    public init(file: String) throws {
        do {
            let document =
                NamedText.isPipe(file)
                ? try DomainDocument(xml: NamedText.read(file, "the definition in"))
                : try DomainDocument(contentsOf: file)
            self.file = file
            // What comes by standard input has no folder of its own.
            self.document = document.resolvingPaths(relativeTo: file.hasPrefix("/dev/") ? "." : nil)
        } catch {
            throw Failure(error)
        }
    }

    /// Whether the guest has a serial port or console that can be read.
    var hasConsole: Bool {
        document.devices.contains { ($0.kind == "serial" || $0.kind == "console") && $0.type == "pty" }
    }

    /// The guest's name.
    ///
    /// - Throws: ``Failure`` with kind `badDefinition` when the definition has none.
    public var name: String {
        get throws {
            guard let name = document.name, !name.isEmpty else {
                throw Failure(.badDefinition, file, "the domain has no name", hint: "add <name>…</name>")
            }
            return name
        }
    }

    /// Refuses a definition that breaks libvirt's schema, naming the first element that does.
    ///
    /// - Throws: ``Failure`` with kind `badDefinition`, or `unsupported` where libvirt's schemas are not installed.
    public func checkSchema() throws {
        let findings: [Finding]
        do {
            findings = try Schema(.domain).validate(document)
        } catch {
            throw Failure(error)
        }
        guard let first = findings.first else { return }
        throw Failure(
            .badDefinition, "\(file):\(first.line):\(first.column)", first.message,
            hint: "strata validate \(file) shows all findings")
    }

    /// Refuses a definition that names files which are not on this machine.
    ///
    /// - Throws: ``Failure`` with kind `missingFile`.
    public func checkFiles() throws {
        for reference in document.referencedFiles where !FileManager.default.fileExists(atPath: reference.path) {
            throw Failure(
                .missingFile, reference.path,
                "the \(reference.role.rawValue) that \(file):\(reference.node.line) names is not there",
                hint: "make the file, or correct the path (relative paths start at the definition's folder)")
        }
    }
}
