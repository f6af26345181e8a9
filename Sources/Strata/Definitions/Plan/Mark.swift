internal import LibvirtXML

/// What strata leaves in the metadata of a guest that it applied: the folder that the file was in.
///
/// It is no difference, and the only thing that lets a guest be removed when its file has left the folder.
struct Mark: Hashable, Sendable {
    static let namespace = "urn:strata:applied:1"
    static let prefix = "strata"

    var folder: String

    init(folder: String) { self.folder = folder }

    /// Reads what libvirt answers when it is asked for the mark's namespace; the namespace itself it leaves out.
    init?(xml: String) {
        guard let folder = try? XMLDocument(xml: xml).root.attribute("folder") else { return nil }
        self.folder = folder
    }

    init?(_ element: XMLNode) {
        guard element.namespace == Mark.namespace, let folder = element.attribute("folder") else { return nil }
        self.folder = folder
    }

    private var element: NewElement {
        NewElement("\(Mark.prefix):applied", ["xmlns:\(Mark.prefix)": Mark.namespace, "folder": folder])
    }

    /// Whether it goes with a folder: with that one, or with one in it that is read as part of it.
    func goes(with folder: String) -> Bool { DefinitionFolder.includes(folder, self.folder) }

    /// The element as libvirt takes it, which adds the namespace itself.
    var xml: String { NewElement("applied", ["folder": folder]).xml }

    /// The definition with this mark; other kinds than guests have no place for it.
    func put(on document: XMLDocument) -> XMLDocument {
        guard document.root.name == DefinedKind.domain.rawValue else { return document }
        let root = document.root.id, metadata = document.root.first("metadata")
        let old = metadata?.elements.first { $0.namespace == Mark.namespace }
        var copy = document
        switch (metadata?.id, old?.id) {
        case (_, let old?): copy.setAttribute("folder", to: folder, of: old)
        case (let metadata?, nil): copy.insert(element, into: metadata)
        case (nil, nil): copy.insert(NewElement("metadata") { element }, into: root)
        }
        return copy
    }
}

extension DefinitionFile {
    /// The mark that a guest is to have: the one that it has, where the file is in that folder.
    func mark(insteadOf old: Mark?) -> Mark {
        let own = Mark(folder: folder)
        guard let old, old != own else { return own }
        let place = DefinitionFolder.absolute(DefinitionFolder.parent(of: path))
        return DefinitionFolder.includes(old.folder, place) ? old : own
    }
}

extension XMLDocument {
    /// The mark in a guest's definition.
    var mark: Mark? { root.first("metadata")?.elements.lazy.compactMap { Mark($0) }.first }

    /// The document without strata's mark.
    var withoutMark: XMLDocument {
        guard let metadata = root.first("metadata"),
            let mark = metadata.elements.first(where: { $0.namespace == Mark.namespace })
        else { return self }
        var copy = self
        copy.remove(metadata.elements.count == 1 ? metadata.id : mark.id)
        return copy
    }

    /// The document with what it says nothing of, and what is nobody's business but its owner's, as `host` has it.
    ///
    /// Those are notes that other programs keep in a guest's metadata, and passwords, which do not belong into files.
    /// Strata's own mark is none of them.
    func keepingWhatIsPrivate(of host: XMLDocument?) -> XMLDocument {
        guard let host, root.name == DefinedKind.domain.rawValue, var copy = try? DomainDocument(self) else {
            return self
        }
        let said = Set((root.first("metadata")?.elements ?? []).map(\.namespace) + [Mark.namespace])
        for element in host.root.first("metadata")?.elements ?? [] where !said.contains(element.namespace) {
            try? copy.metadata.set(element.xml)
        }
        for screen in host.root.all("devices/graphics") {
            guard let password = screen.attribute("passwd"), let type = screen.attribute("type"),
                let own = copy.document.root.all("devices/graphics").first(where: { $0.attribute("type") == type }),
                own.attribute("passwd") == nil
            else { continue }
            copy.document.setAttribute("passwd", to: password, of: own.id)
            if let end = screen.attribute("passwdValidTo"), own.attribute("passwdValidTo") == nil {
                copy.document.setAttribute("passwdValidTo", to: end, of: own.id)
            }
        }
        return copy.document
    }
}
