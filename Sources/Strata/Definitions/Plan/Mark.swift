internal import LibvirtXML

/// What strata leaves in the metadata of a guest that it applied: the folder that the file was in.
///
/// It is no difference, and the only thing that lets a guest be removed when its file has left the folder.
struct Mark: Hashable, Sendable {
    static let namespace = "urn:strata:applied:1"

    var folder: String

    init(folder: String) { self.folder = folder }

    init?(xml: String) {
        guard let folder = try? XMLDocument(xml: xml).root.attribute("folder") else { return nil }
        self.folder = folder
    }

    /// The definition with this mark; other kinds than guests have no place for it.
    func put(on document: XMLDocument) throws -> XMLDocument {
        guard var domain = try? DomainDocument(document) else { return document }
        var element = try XMLDocument(xml: "<strata:applied xmlns:strata='\(Mark.namespace)'/>")
        element.setAttribute("folder", to: folder, of: element.root.id)
        try domain.metadata.set(element.xml)
        return domain.document
    }
}

extension XMLDocument {
    /// The document without what other programs keep in it, except for what `file` has of them, too.
    ///
    /// Their notes are nobody else's business: a file that says nothing of them does not want them gone.
    func withoutMetadata(except file: XMLDocument) -> XMLDocument {
        let kept = Set((file.root.first("metadata")?.elements ?? []).map(\.namespace))
        guard let metadata = root.first("metadata") else { return self }
        let foreign = metadata.elements.filter { !kept.contains($0.namespace) }
        guard !foreign.isEmpty else { return self }
        var copy = self
        if foreign.count == metadata.elements.count {
            copy.remove(metadata.id)
        } else {
            for element in foreign { copy.remove(element.id) }
        }
        return copy
    }
}
