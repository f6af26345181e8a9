public import Libvirt
internal import LibvirtXML
public import StrataLayers

extension Advice {
    /// Measures guests and their host and asks every rule; the osinfo database tells what drivers systems have.
    ///
    /// - Parameters:
    ///   - connection: Where the guests are. Only looks.
    ///   - time: How long to measure.
    ///   - names: Only these guests; all of them when empty.
    /// - Returns: What was found.
    /// - Throws: `LibvirtError`, with code `noDomain` when there is no guest of one of the names.
    public static func read(
        _ connection: ReadOnlyConnection, over time: Duration, about names: Set<String> = []
    ) async throws -> Advice {
        var known: [String: SystemDrivers?] = [:]
        return try await read(connection, over: time, about: names) { system in
            if let drivers = known[system] { return drivers }
            let drivers = SystemDrivers(osinfo: system)
            known[system] = drivers
            return drivers
        }
    }
}

extension SystemDrivers {
    /// The drivers of a system by its id in the osinfo database; `nil` where that does not know it, or is not installed.
    public init?(osinfo id: String) {
        guard let profile = try? OSDatabase().profile(id), profile.standsInFor == nil else { return nil }
        self.init(system: profile.name, disk: profile.drives("virtio-block"), network: profile.drives("virtio-net"))
    }
}

extension AdvisedChange {
    /// The edit of a definition that it stands for; `nil` for ``flattenDisk(target:)``, which leaves that alone.
    public var edit: DefinitionEdit? {
        switch self {
        case .set(let field, let value): .set(field: field, value: value)
        case .diskBus(let target, let bus): .diskBus(target: target, bus: bus)
        case .diskDriver(let target, let option, let value): .diskDriver(target: target, option: option, value: value)
        case .networkModel(let adapter, let model): .networkModel(adapter: adapter, model: model)
        case .timer(let name, let isPresent): .timer(name: name, value: isPresent ? "yes" : "no")
        case .flattenDisk: nil
        }
    }
}

extension Suggestion {
    /// Makes the changes that the finding advises: for the next boot, and at once in what can be changed live.
    ///
    /// The flattening of a disk copies data, and may take long.
    ///
    /// - Parameters:
    ///   - connection: Where the guest is.
    ///   - uri: The connection's URI, for the journal.
    /// - Returns: What is different now.
    /// - Throws: ``Failure``; nothing has been changed then.
    public func apply(on connection: Connection, uri: String) async throws -> [Change] {
        guard let guest, !changes.isEmpty else { return [] }
        let domain = try await connection.domain(named: guest)
        do {
            for case .flattenDisk(let target) in changes { _ = try await DiskFlattening(target).perform(on: domain) }
            let edits = changes.compactMap(\.edit)
            return edits.isEmpty ? [] : try await GuestEdit(edits).perform(on: domain, uri: uri).map(\.change)
        } catch let error as InvalidValue {
            throw Failure(.badDefinition, "guest '\(guest)'", error.description)
        }
    }
}
