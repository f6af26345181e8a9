internal import FoundationEssentials
internal import Libvirt

/// One change to a host: a step of applying definitions.
enum HostChange: Codable, Sendable {
    /// Keeps a definition in the place of another one, or of none.
    case define(DefinedName, before: String?, after: String)
    /// Removes a guest's definition; its disks stay.
    case undefine(String, before: String)
    /// Starts a new network or pool, now and with the host.
    case activate(DefinedName)
    /// Makes a volume.
    case createVolume(pool: String, name: String, xml: String)
    /// Makes a volume larger.
    case growVolume(pool: String, name: String, bytes: UInt64)
    /// Gives a running guest a device.
    case attach(guest: String, device: String)
    /// Takes a device from a running guest.
    case detach(guest: String, device: String)
    /// Changes a running guest's device.
    case update(guest: String, before: String, after: String)
    /// Changes the memory of a running guest, in KiB.
    case memory(guest: String, before: UInt64?, after: UInt64)
    /// Changes the number of processors of a running guest.
    case processors(guest: String, before: Int?, after: Int)
    /// Switches a guest off, after asking it for so many seconds.
    case stop(guest: String, seconds: Int)
    /// Starts a guest.
    case start(guest: String)
    /// Makes a guest belong to another folder than before; nothing else of it changes.
    case mark(guest: String, before: String, after: String)
}

extension HostChange: OperationStep {
    static let operation = "apply"
    static let afterCrash = CrashPolicy.finishWhatBegan

    var isTakenBackLast: Bool { if case .stop = self { true } else { false } }

    var description: String {
        switch self {
        case .define(let name, let before, _): before == nil ? "define \(name)" : "change the definition of \(name)"
        case .undefine(let guest, _): "remove the definition of guest '\(guest)'"
        case .activate(let name): "start \(name)"
        case .createVolume(let pool, let name, _): "make volume '\(pool)/\(name)'"
        case .growVolume(let pool, let name, _): "make volume '\(pool)/\(name)' larger"
        case .attach(let guest, _), .detach(let guest, _), .update(let guest, _, _):
            "change a device of guest '\(guest)'"
        case .memory(let guest, _, _): "change the memory of guest '\(guest)'"
        case .processors(let guest, _, _): "change the processors of guest '\(guest)'"
        case .stop(let guest, _): "stop guest '\(guest)'"
        case .start(let guest): "start guest '\(guest)'"
        case .mark(let guest, _, let folder): "make guest '\(guest)' belong to \(folder)"
        }
    }

    /// Definitions are long and many, and the encoder takes four times as many instructions for one.
    var json: [UInt8] {
        get throws {
            guard case .define(let name, let before, let after) = self else {
                return try Array(JSONEncoder().encode(self))
            }
            var text = JSONText("{\"define\":{\"_0\":{\"kind\":", name.kind.rawValue)
            text.add(",\"name\":", name.name)
            if let before { text.add("},\"before\":", before) } else { text.add("}") }
            text.add(",\"after\":", after)
            text.add("}}")
            return text.bytes
        }
    }

    /// Another process may do the same at the same time: what it made is as good.
    func perform(on host: Connection) async throws {
        do {
            try await act(on: host)
        } catch let error as LibvirtError {
            guard (try? await isDone(on: host)) == true else { throw error }
        }
    }

    private func act(on host: Connection) async throws {
        switch self {
        case .define(let name, _, let after): try await host.keep(name.kind, after)
        case .undefine(let guest, _): try await host.forgetGuest(guest)
        case .activate(let name): try await host.activate(name)
        case .createVolume(let pool, let name, let xml):
            let pool = try await host.storagePool(named: pool)
            if (try? await pool.volume(named: name)) == nil { _ = try await pool.createVolume(xml) }
        case .growVolume(let pool, let name, let bytes):
            let volume = try await host.storagePool(named: pool).volume(named: name)
            if try await volume.info().capacity.bytes < bytes { try await volume.resize(to: .bytes(bytes)) }
        case .attach(let guest, let device): try await host.domain(named: guest).attachDevice(device, .live)
        case .detach(let guest, let device): try await host.domain(named: guest).detachDevice(device, .live)
        case .update(let guest, _, let after): try await host.domain(named: guest).updateDevice(after, .live)
        case .memory(let guest, _, let after):
            try await host.domain(named: guest).setMemory(.kibibytes(after), .live)
        case .processors(let guest, _, let after):
            try await host.domain(named: guest).setVirtualCPUCount(after, .live)
        case .stop(let guest, let seconds):
            _ = try await host.domain(named: guest).stop(grace: .seconds(seconds))
        case .start(let guest):
            let domain = try await host.domain(named: guest)
            if try await !domain.isActive { try await domain.start() }
        case .mark(let guest, _, let folder):
            try await host.domain(named: guest).setMetadata(
                Mark(folder: folder).xml, prefix: Mark.prefix, namespace: Mark.namespace, .config)
        }
    }

    /// Whether something new is there already, just as it was to be made.
    private func isDone(on host: Connection) async throws -> Bool {
        switch self {
        case .define(let name, nil, let after): try await host.kept(name)?.isKept(of: after) ?? false
        case .createVolume(let pool, let name, let xml):
            try await host.storagePool(named: pool).volume(named: name).xml().isKept(of: xml)
        case .start(let guest): try await host.domain(named: guest).isActive
        default: false
        }
    }
}
