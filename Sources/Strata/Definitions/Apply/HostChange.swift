internal import FoundationEssentials
internal import Libvirt
internal import LibvirtXML

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
}

extension HostChange: OperationStep {
    static let operation = "apply"
    static let afterCrash = CrashPolicy.finish

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
        }
    }

    func perform(on host: Connection) async throws {
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
        }
    }

    func undo(on host: Connection) async throws {
        switch self {
        case .define(let name, let before?, _): try await host.keep(name.kind, before)
        case .define(let name, nil, _): try await host.forget(name)
        case .undefine(_, let before): try await host.keep(.domain, before)
        case .activate(let name): try await host.deactivate(name)
        case .createVolume(let pool, let name, _):
            try await host.storagePool(named: pool).volume(named: name).delete()
        case .attach(let guest, let device): try await host.domain(named: guest).detachDevice(device, .live)
        case .detach(let guest, let device): try await host.domain(named: guest).attachDevice(device, .live)
        case .update(let guest, let before, _): try await host.domain(named: guest).updateDevice(before, .live)
        case .memory(let guest, let before?, _):
            try await host.domain(named: guest).setMemory(.kibibytes(before), .live)
        case .stop(let guest, _): try await HostChange.start(guest: guest).perform(on: host)
        // What is larger or has more now is left so: to shrink it could lose data, or the guest.
        case .growVolume, .processors, .memory, .start: return
        }
    }

    /// Overwrites only what was found then, and leaves to the next comparison what a running guest lacks.
    func resume(on host: Connection) async throws {
        switch self {
        case .define(let name, let before, let after):
            let now = try await host.kept(name)
            let isDone = try now.map { try XMLDocument(xml: $0).changes(to: XMLDocument(xml: after)).isEmpty } ?? false
            guard isDone || now == before else { throw changedSince(name) }
            if !isDone { try await perform(on: host) }
        case .undefine(let guest, let before):
            let name = DefinedName(.domain, guest), now = try await host.kept(name)
            guard now == before || now == nil else { throw changedSince(name) }
            // One that runs is still there without its definition, and cannot lose it twice.
            if now != nil { try await perform(on: host) }
        case .attach, .detach, .update, .memory, .processors: return
        default: try await perform(on: host)
        }
    }

    private func changedSince(_ name: DefinedName) -> Failure {
        Failure(
            .failed, "\(name)", "an earlier process died while it was about to \(self), and somebody changed it since",
            hint: "it is left as it is now; apply again to change it")
    }
}
