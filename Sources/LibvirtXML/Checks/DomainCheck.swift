/// One check of a guest's definition that a schema cannot make.
struct DomainCheck: Sendable {
    /// What it finds wrong in a definition, on a host of which some things may be known.
    let run: @Sendable (DomainDocument, HostFacts) -> [Finding]

    /// All checks, in the order in which they are made.
    static let all: [DomainCheck] = uniqueness + [addresses, contradictions, references, capabilities, memory]
}

extension DomainDocument {
    /// Checks what libvirt's schema cannot: that names and addresses are unique, that parts fit together, and, as far
    /// as a host is known, that it has what the definition names and can give what it asks for.
    ///
    /// - Parameter host: What is known of the host; with nothing known only the definition itself is checked.
    /// - Returns: What is wrong, in the order of the text.
    public func check(on host: HostFacts = HostFacts()) -> [Finding] {
        DomainCheck.all.flatMap { $0.run(self, host) }.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
}

extension XMLNode {
    /// Something that is wrong with this element.
    func finding(
        _ kind: Finding.Kind, _ message: String, attribute: String? = nil, allowed: [String] = [], remedy: String?
    ) -> Finding {
        let place = position
        return Finding(
            kind: kind, message: message, path: path, attribute: attribute, line: place.line, column: place.column,
            allowed: allowed, remedy: remedy)
    }
}
