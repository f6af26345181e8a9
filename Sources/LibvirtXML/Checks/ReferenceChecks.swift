/// One place of a definition that names something of the host.
private struct ReferenceRule: Sendable {
    let path: String
    let attribute: String
    let kind: HostReference.Kind
    /// Where the rest of the name stands, from the element on.
    var scope: String?

    func reference(at node: XMLNode) -> HostReference? {
        guard let name = node.attribute(attribute)?.trimmed, !name.isEmpty else { return nil }
        return HostReference(kind, name, in: scope.flatMap { node.value($0)?.trimmed })
    }
}

extension DomainDocument {
    /// Everything of the host that the definition names, with the elements that do.
    public var references: [(reference: HostReference, node: XMLNode)] {
        let named = DomainCheck.referenceRules.flatMap { rule in
            node.all(rule.path).compactMap { node in rule.reference(at: node).map { ($0, node) } }
        }
        let files = referencedFiles.map { (HostReference(.file, $0.path, in: $0.role.rawValue), $0.node) }
        return named + files
    }
}

extension DomainCheck {
    /// What the definition names is there.
    static let references = DomainCheck { domain, host in
        guard let has = host.has else { return [] }
        return domain.references.filter { !has($0.reference) }.compactMap { reference, node in
            // A pool that is missing is enough to say of its volumes.
            if reference.kind == .volume, !has(HostReference(.pool, reference.scope ?? "")) { return nil }
            return node.finding(.missingReference, reference.complaint, remedy: reference.remedy)
        }
    }

    fileprivate static let referenceRules =
        [
            ReferenceRule(path: "devices/interface/source", attribute: "network", kind: .network),
            ReferenceRule(path: "devices/graphics/listen", attribute: "network", kind: .network),
            ReferenceRule(path: "devices/disk/source", attribute: "pool", kind: .pool),
            ReferenceRule(path: "devices/disk/source", attribute: "volume", kind: .volume, scope: "@pool"),
            ReferenceRule(path: "devices/interface/filterref", attribute: "filter", kind: .filter),
        ]
        + ["devices/disk", "devices/disk/source"].flatMap { place in
            ["auth/secret", "encryption/secret"].flatMap { secret in
                [
                    ReferenceRule(path: "\(place)/\(secret)", attribute: "uuid", kind: .secretUUID),
                    ReferenceRule(path: "\(place)/\(secret)", attribute: "usage", kind: .secretUsage, scope: "@type"),
                ]
            }
        } + [
            ReferenceRule(path: "devices/tpm/backend/encryption", attribute: "secret", kind: .secretUUID)
        ]
}

extension HostReference {
    fileprivate var complaint: String {
        switch kind {
        case .network: "the host has no network '\(name)'"
        case .pool: "the host has no storage pool '\(name)'"
        case .volume: "the storage pool '\(scope ?? "")' has no volume '\(name)'"
        case .secretUUID: "the host has no secret with UUID \(name)"
        case .secretUsage: "the host has no \(scope ?? "") secret for '\(name)'"
        case .filter: "the host has no network filter '\(name)'"
        case .file: "the \(scope ?? "file") \(name) is not there"
        }
    }

    fileprivate var remedy: String {
        switch kind {
        case .network: "name one that virsh net-list --all shows, or define it"
        case .pool: "name one that virsh pool-list --all shows, or define it"
        case .volume: "make it with virsh vol-create-as, or name another one"
        case .secretUUID, .secretUsage: "define it with virsh secret-define and give it a value"
        case .filter: "name one that virsh nwfilter-list shows, or define it"
        case .file: "make the file, or correct the path (relative ones start at the definition's folder)"
        }
    }
}
