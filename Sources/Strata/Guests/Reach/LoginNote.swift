public import Libvirt
internal import LibvirtXML

/// What a definition says of who logs in, in strata's own words.
enum LoginNote {
    static let namespace = "urn:strata:login"

    /// The user of a note; `nil` for what no user is called: the name becomes an argument of ssh.
    static func user(in note: XMLNode) -> String? {
        note.attribute("user").flatMap { isName($0) ? $0 : nil }
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.first, first != "-" else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    }
}

extension DomainDocument {
    /// Says who logs in.
    mutating func note(login user: String) {
        let metadata = node.first("metadata")?.id ?? document.insert(NewElement("metadata"), into: id)
        document.insert(
            NewElement("strata-login:login", ["xmlns:strata-login": LoginNote.namespace, "user": user]),
            into: metadata)
    }
}

extension DomainReference {
    /// Who logs in to the guest, where its definition tells: the user that ``FirstBoot`` named, or the image's own.
    ///
    /// - Returns: The user's name; `nil` where nobody knows.
    /// - Throws: `LibvirtError`.
    public func loginUser() async throws -> String? {
        guard let note = try await metadata(namespace: LoginNote.namespace) else { return nil }
        return LoginNote.user(in: try XMLDocument(xml: note).root)
    }
}
