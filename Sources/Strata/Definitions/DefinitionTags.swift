internal import LibvirtXML

/// Labels of strata's in the metadata of a definition.
extension DomainDocument {
    static let tagNamespace = "urn:strata:tags"

    /// The labels, in the order in which they are written.
    var tags: [(name: String, value: String)] {
        let own = node.all("metadata").flatMap(\.elements).first { $0.namespace == Self.tagNamespace }
        return own?.elements.compactMap { tag in tag.attribute("name").map { ($0, tag.text) } } ?? []
    }

    /// Gives a label a value, or takes it away with `nil`.
    mutating func setTag(_ name: String, to value: String?) {
        guard let own = node.all("metadata").flatMap(\.elements).first(where: { $0.namespace == Self.tagNamespace })
        else {
            guard let value else { return }
            let metadata = node.first("metadata")?.id ?? document.insert(NewElement("metadata"), into: id)
            document.insert(
                NewElement("strata:tags", ["xmlns:strata": Self.tagNamespace]) {
                    NewElement("strata:tag", ["name": name], text: value)
                }, into: metadata)
            return
        }
        let tag = own.elements.first { $0.attribute("name") == name }
        switch (tag, value) {
        case (let tag?, let value?): document.setText(value, of: tag.id)
        case (let tag?, nil): document.remove(own.elements.count > 1 ? tag.id : own.id)
        case (nil, let value?):
            let prefix = own.prefix.map { $0 + ":" } ?? ""
            document.insert(NewElement(prefix + "tag", ["name": name], text: value), into: own.id)
        case (nil, nil): break
        }
    }
}
