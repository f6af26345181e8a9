internal import FoundationEssentials
internal import Libvirt
internal import LibvirtXML

/// What a host has, as far as some files are about it.
struct HostIndex: Sendable {
    var entries: [DefinedName: HostEntry] = [:]
    private var names: [UUID: DefinedName] = [:]
    /// Networks and pools that definitions may refer to; `nil` where the host does not say.
    private var usable: [DefinedKind: Set<String>] = [:]
    /// Pools that are there and not active: nobody can tell what is in them.
    private var closed: Set<String> = []

    static func read(for set: DefinitionSet, _ connection: Connection) async throws -> HostIndex {
        var index = HostIndex()
        let kinds = Set(set.files.map(\.name.kind))
        let needed = Set(set.files.flatMap { $0.references.map(\.name.kind) })
        index.add(try await HostEntry.domains(connection))
        if kinds.union(needed).contains(.network) {
            index.add(try await HostEntry.networks(connection), usableFor: .network)
        }
        if !kinds.union(needed).isDisjoint(with: [.pool, .volume]) {
            index.add(try await HostEntry.pools(connection), usableFor: .pool)
        }
        let pools = Set(set.files.filter { $0.name.kind == .volume }.map(\.pool))
        for pool in pools {
            guard let entry = index.entries[DefinedName(.pool, pool)] else { continue }
            if entry.isActive {
                index.add(try await HostEntry.volumes(of: pool, connection))
            } else {
                index.closed.insert(pool)
            }
        }
        return index
    }

    private mutating func add(_ new: [HostEntry], usableFor kind: DefinedKind? = nil) {
        for entry in new {
            entries[entry.name] = entry
            if let uuid = entry.uuid { names[uuid] = entry.name }
        }
        if let kind { usable[kind] = Set(new.map(\.name.name)) }
    }

    func entry(for file: DefinitionFile) -> HostEntry? { entries[file.name] }

    /// Takes out the files that do not fit the host or each other.
    func refuseConflicts(in set: inout DefinitionSet) {
        for file in set.files {
            if let failure = identityConflict(file) ?? danglingReference(of: file, in: set) ?? closedPool(of: file) {
                set.refuse(file, failure)
            }
        }
    }

    private func identityConflict(_ file: DefinitionFile) -> Failure? {
        guard let uuid = file.uuid else { return nil }
        let shown = uuid.uuidString.lowercased()
        if let other = names[uuid], other.kind == file.name.kind, other != file.name {
            let rename = "strata rename \(other.name) \(file.name.name)"
            return Failure(
                .nameTaken, file.path,
                "the UUID \(shown) is that of \(other) on the host, but the file calls it "
                    + "'\(file.name.name)'",
                hint: "change the name back, or "
                    + (other.kind == .domain ? "rename the guest, which must be off: \(rename)" : "remove the <uuid>"))
        }
        if let there = entries[file.name]?.uuid, there != uuid {
            return Failure(
                .nameTaken, file.path,
                "\(file.name) has the UUID \(there.uuidString.lowercased()) on the host, not \(shown)",
                hint: "remove the <uuid> from the file: what is there keeps its own")
        }
        return nil
    }

    private func closedPool(of file: DefinitionFile) -> Failure? {
        guard file.name.kind == .volume, closed.contains(file.pool) else { return nil }
        return Failure(
            .wrongState, file.path, "pool '\(file.pool)' is not active: nobody can tell whether it has the volume",
            hint: "start it: virsh pool-start \(file.pool)")
    }

    private func danglingReference(of file: DefinitionFile, in set: DefinitionSet) -> Failure? {
        for reference in file.references {
            let isThere = usable[reference.name.kind]?.contains(reference.name.name) ?? true
            guard !isThere, !set.files.contains(where: { $0.name == reference.name }) else { continue }
            return Failure(
                .badDefinition, "\(file.path):\(reference.line)",
                "there is no \(reference.name), neither on the host nor among the files",
                hint: "add a file that defines it, or name one that is there")
        }
        return nil
    }
}

extension DefinitionFile {
    /// The pool that a volume is in.
    var pool: String { name.name.split(separator: "/").first.map(String.init) ?? "" }

    /// The networks, pools and volumes that the definition needs.
    var references: [Reference] {
        name.kind == .volume ? [Reference(DefinedName(.pool, pool), document.root.line)] : deviceReferences
    }

    /// A network, pool or volume that a definition needs, and the line that says so.
    struct Reference: Sendable {
        let name: DefinedName
        let line: Int

        init(_ name: DefinedName, _ line: Int) { (self.name, self.line) = (name, line) }

        /// Those of a guest's devices.
        static func all(in domain: XMLDocument) -> [Reference] {
            guard let devices = domain.root.first("devices") else { return [] }
            func sources(_ element: String, _ type: String) -> [(source: XMLNode, line: Int)] {
                devices.elements(named: element).filter { $0.attribute("type") == type }.compactMap { device in
                    device.first("source").map { ($0, device.line) }
                }
            }
            let networks = sources("interface", "network").compactMap { source, line in
                source.attribute("network").map { Reference(DefinedName(.network, $0), line) }
            }
            let volumes = sources("disk", "volume").flatMap { source, line -> [Reference] in
                guard let pool = source.attribute("pool") else { return [] }
                let volume = source.attribute("volume").map { DefinedName(.volume, "\(pool)/\($0)") }
                return [DefinedName(.pool, pool), volume].compactMap(\.self).map { Reference($0, line) }
            }
            return networks + volumes
        }
    }
}
