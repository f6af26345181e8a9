public import Libvirt
internal import LibvirtXML

/// A label of strata's on a guest.
public struct GuestTag: Hashable, Codable, Sendable {
    /// Its name.
    public var name: String
    /// Its value.
    public var value: String

    /// A label of that name and value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

extension DomainReference {
    /// The labels of strata's in the guest's definition.
    public func tags() async throws -> [GuestTag] {
        guard let xml = try await metadata(namespace: DomainDocument.tagNamespace) else { return [] }
        let document = try XMLDocument(xml: xml)
        return document.root.elements.compactMap { tag in
            tag.attribute("name").map { GuestTag(name: $0, value: tag.text) }
        }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Gives the guest labels, and takes others away.
    ///
    /// They are written into the definition, and into that of the running guest: neither has to be started anew.
    /// - Parameters:
    ///   - changes: The labels; one that is there gets the new value.
    ///   - removed: The names of those that go.
    /// - Returns: The labels that it has now.
    /// - Throws: `LibvirtError` where libvirt does not take them.
    @discardableResult
    public func setTags(_ changes: [GuestTag], removing removed: [String] = []) async throws -> [GuestTag] {
        let (isActive, isPersistent) = (try await isActive, try await isPersistent)
        var document = try DomainDocument(xml: try await xml(inactive: isPersistent))
        for name in removed { document.setTag(name, to: nil) }
        for tag in changes { document.setTag(tag.name, to: tag.value) }
        var impact: DomainModificationImpact = []
        if isActive { impact.insert(.live) }
        if isPersistent { impact.insert(.config) }
        let tags = document.tags.map { GuestTag(name: $0.name, value: $0.value) }
        try await setMetadata(try Self.element(tags), prefix: "strata", namespace: DomainDocument.tagNamespace, impact)
        return tags
    }

    /// The labels as one element, without the namespace, which libvirt puts there itself; `nil` for none.
    private static func element(_ tags: [GuestTag]) throws -> String? {
        guard !tags.isEmpty else { return nil }
        var document = try XMLDocument(xml: "<tags/>")
        for tag in tags {
            document.insert(NewElement("tag", ["name": tag.name], text: tag.value), into: document.root.id)
        }
        return document.xml
    }
}
