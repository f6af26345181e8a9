internal import FoundationEssentials
internal import Libvirt
internal import LibvirtXML

/// Something that a host has, before its definition has been read.
struct HostEntry: Sendable {
    let name: DefinedName
    let uuid: UUID?
    let isActive: Bool
    /// Whether it is forgotten when it stops.
    let isTransient: Bool
    /// Reads the definition that it was put aside with; `nil` where it is not.
    private var readSaved: (@Sendable () async throws -> String?)?
    /// Reads the definition that is kept, or with `true` the one that runs.
    private let read: @Sendable (Bool) async throws -> String
    /// Reads strata's own mark in what is kept.
    private let readMark: @Sendable () async throws -> Mark?

    private init(
        name: DefinedName, uuid: UUID?, isActive: Bool, isTransient: Bool,
        read: @escaping @Sendable (Bool) async throws -> String,
        mark: @escaping @Sendable () async throws -> Mark? = { nil }
    ) {
        (self.name, self.uuid, self.isActive, self.isTransient) = (name, uuid, isActive, isTransient)
        (self.read, readMark) = (read, mark)
    }

    /// The definitions of one thing, as libvirt writes them.
    struct Texts {
        /// The definition that the next start takes; `nil` where none is kept.
        var persistent: [UInt8]?
        /// What runs; `nil` where nothing does.
        var live: [UInt8]?
        /// What it was put aside with, which its next start goes on with.
        var saved: [UInt8]?
    }

    /// Its definitions; one that has gone since it was listed has none.
    func texts() async throws -> Texts {
        Texts(
            persistent: isTransient ? nil : try await text(isLive: false),
            live: isActive ? try await text(isLive: true) : nil,
            saved: try await unlessGone { try await readSaved?() }.map { Array($0.utf8) })
    }

    /// Strata's own mark in what is kept; `nil` where there is none.
    func mark() async throws -> Mark? { try await unlessGone { try await readMark() } }

    private func text(isLive: Bool) async throws -> [UInt8]? {
        try await unlessGone { Array(try await read(isLive).utf8) }
    }

    /// All guests, with one call, and one more where any of them runs.
    static func domains(_ connection: Connection) async throws -> [HostEntry] {
        let all = try await connection.domains()
        let passing = all.contains { $0.id != nil } ? Set(try await connection.domains(.transient)) : []
        let putAside = all.contains { $0.id == nil } ? Set(try await connection.domains(.managedSave)) : []
        return all.map { domain in
            var entry = HostEntry(
                name: DefinedName(.domain, domain.name), uuid: domain.uuid, isActive: domain.id != nil,
                isTransient: passing.contains(domain)
            ) { isLive in
                // With its secrets: what is read without them is defined without them.
                try await domain.xml(isLive ? .secure : [.inactive, .secure])
            } mark: {
                try await domain.metadata(namespace: Mark.namespace, .config).flatMap { Mark(xml: $0) }
            }
            if putAside.contains(domain) { entry.readSaved = { try await domain.savedDefinition } }
            return entry
        }
    }

    static func networks(_ connection: Connection) async throws -> [HostEntry] {
        let all = try await connection.networks()
        let active = Set(try await connection.networks(.active))
        let passing = active.isEmpty ? [] : Set(try await connection.networks(.transient))
        return all.map { network in
            HostEntry(
                name: DefinedName(.network, network.name), uuid: network.uuid, isActive: active.contains(network),
                isTransient: passing.contains(network)
            ) { isLive in
                isLive ? try await network.xml() : try await network.keptXML
            }
        }
    }

    static func pools(_ connection: Connection) async throws -> [HostEntry] {
        let all = try await connection.storagePools()
        let active = Set(try await connection.storagePools(.active))
        let passing = active.isEmpty ? [] : Set(try await connection.storagePools(.transient))
        return all.map { pool in
            HostEntry(
                name: DefinedName(.pool, pool.name), uuid: pool.uuid, isActive: active.contains(pool),
                isTransient: passing.contains(pool)
            ) { isLive in
                isLive ? try await pool.xml() : try await pool.keptXML
            }
        }
    }

    /// The volumes of a pool that is active.
    static func volumes(of name: String, _ connection: Connection) async throws -> [HostEntry] {
        let volumes = try await unlessGone { try await connection.storagePool(named: name).volumes() }
        return (volumes ?? []).map { volume in
            HostEntry(
                name: DefinedName(.volume, name + "/" + volume.name), uuid: nil, isActive: false, isTransient: false
            ) { _ in
                try await volume.xml()
            }
        }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// The definition in the guest's saved state; `nil` where there is none, or nobody tells.
    fileprivate var savedDefinition: String? {
        get async throws {
            do {
                return try await managedSaveXML(.secure)
            } catch let error as LibvirtError where [.noSupport, .operationInvalid].contains(error.code) {
                return nil
            }
        }
    }
}
