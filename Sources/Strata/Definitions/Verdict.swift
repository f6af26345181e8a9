internal import LibvirtXML

/// What checking one definition file found.
public struct Verdict: Codable, Hashable, Sendable {
    /// One thing that is wrong.
    public struct Finding: Codable, Hashable, Sendable {
        /// The line in the file.
        public var line: Int?
        /// The column in the file, where it is known.
        public var column: Int?
        /// The element, such as `/domain/devices/disk[2]`, where it is one.
        public var element: String?
        /// What is wrong.
        public var message: String
    }

    /// The file.
    public var file: String
    /// Whether nothing was found.
    public var isValid: Bool
    /// What was found.
    public var findings: [Finding]

    /// Checks one file: whether it can be read, is XML, is a domain, and keeps to libvirt's schema.
    public static func of(file: String) -> Verdict {
        let findings: [Finding]
        do {
            let document = try DomainDocument(contentsOf: file).resolvingPaths()
            findings = try Schema(.domain).validate(document).map {
                Finding(line: $0.line, column: $0.column, element: $0.path, message: $0.message)
            }
        } catch {
            let error = error as? XMLError
            findings = [
                Finding(line: error?.line, column: error?.column, message: error?.message ?? "it cannot be checked")
            ]
        }
        return Verdict(file: file, isValid: findings.isEmpty, findings: findings)
    }
}
