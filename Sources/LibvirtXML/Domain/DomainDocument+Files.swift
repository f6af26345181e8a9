import Glibc

extension DomainDocument {
    /// The same definition with every relative file path made absolute.
    ///
    /// libvirt itself takes absolute paths only. Absolute ones are left as they are written, and so is every path that
    /// libvirt looks up by itself, such as the name of a volume or a path inside the guest.
    ///
    /// - Parameter folder: What relative paths are relative to; by default the folder of the file that the definition
    ///   was read from, or else the current folder.
    /// - Returns: The definition that libvirt can be given.
    public func resolvingPaths(relativeTo folder: String? = nil) -> DomainDocument {
        let relative = FilePlaces.domain.elements(in: document).compactMap { element, rule in
            rule.path(at: element, in: document).flatMap { path in
                FilePath.isRelative(path) ? (XMLNode.ID(index: element), rule.attribute, path.trimmed) : nil
            }
        }
        if relative.isEmpty { return self }
        let folder = folder ?? document.file.map(FilePath.folder(of:)) ?? "."
        let base = FilePath.absolute(folder, in: currentFolder)
        var resolved = self
        for (element, attribute, path) in relative {
            let absolute = FilePath.absolute(path, in: base)
            if let attribute {
                resolved.document.setAttribute(attribute, to: absolute, of: element)
            } else {
                resolved.document.setText(absolute, of: element)
            }
        }
        return resolved
    }

    /// The files that must be there before the guest can start: kernel, images, firmware and so on.
    ///
    /// What libvirt or the guest makes (logs, sockets, firmware variables) is not among them, nor is a disk whose
    /// `startupPolicy` lets it be missing.
    public var referencedFiles: [ReferencedFile] {
        FilePlaces.domain.elements(in: document).compactMap { element, rule in
            guard rule.isNeeded, let path = rule.path(at: element, in: document), !isOptional(element) else {
                return nil
            }
            return ReferencedFile(path: path, role: rule.role, node: document.node(XMLNode.ID(index: element)))
        }
    }

    private func isOptional(_ element: Int32) -> Bool {
        document.attributeIndex("startupPolicy", of: element).map(document.value(ofAttribute:)) == "optional"
    }

    private var currentFolder: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }
}

extension FilePath {
    /// Whether the path depends on a folder; `C:\…` and VMware's `[store] …` do not, though they have no slash in front.
    static func isRelative(_ path: String) -> Bool {
        if path.utf8.first == UInt8(ascii: "/") { return false }
        let text = path.trimmed
        let isWindows = text.dropFirst().hasPrefix(":\\") && text.first?.isLetter == true
        let isDatastore = text.hasPrefix("[") && text.contains("]")
        return !text.isEmpty && !text.hasPrefix("/") && !isWindows && !isDatastore
    }
}
