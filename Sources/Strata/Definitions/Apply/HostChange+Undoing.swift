internal import Libvirt
internal import LibvirtXML

/// Taking changes back, and never what somebody else has changed since.
extension HostChange {
    func trace(on host: Connection) async -> String? {
        guard case .define(let name, _, _) = self else { return nil }
        return try? await host.kept(name)?.fingerprint
    }

    func undo(on host: Connection, trace: String?) async throws {
        switch self {
        case .define(let name, let before, let after):
            let now = try await host.kept(name)
            if now == before { return }
            try check(now, against: after, trace)
            if let before { try await host.keep(name.kind, before) } else { try await host.forget(name) }
        case .undefine(let guest, let before):
            let now = try await host.kept(DefinedName(.domain, guest))
            if now == before { return }
            guard now == nil else { throw LeftAlone.changedSince }
            try await host.keep(.domain, before)
        case .activate(let name): try await LeftAlone.whereGone { try await host.deactivate(name) }
        case .createVolume(let pool, let name, _):
            try await LeftAlone.whereGone { try await host.storagePool(named: pool).volume(named: name).delete() }
        case .stop(let guest, _):
            try await LeftAlone.whereImpossible("it is off and could not be started again") {
                try await HostChange.start(guest: guest).perform(on: host)
            }
        case .mark(let guest, let before, let after):
            try await HostChange.mark(guest: guest, before: after, after: before).resume(on: host, wasBegun: true)
        default:
            try await LeftAlone.whereImpossible("it keeps in its running form what could not be changed back") {
                try await undoLive(on: host)
            }
        }
    }

    private func undoLive(on host: Connection) async throws {
        switch self {
        case .attach(let guest, let device): try await host.domain(named: guest).detachDevice(device, .live)
        case .detach(let guest, let device): try await host.domain(named: guest).attachDevice(device, .live)
        case .update(let guest, let before, _): try await host.domain(named: guest).updateDevice(before, .live)
        case .memory(let guest, let before?, _):
            try await host.domain(named: guest).setMemory(.kibibytes(before), .live)
        // What is larger or has more now is left so: to shrink it could lose data, or the guest.
        default: return
        }
    }

    /// Makes sure that a definition is still the one that was put there.
    func check(_ now: String?, against after: String, _ trace: String?) throws {
        guard let now else { throw LeftAlone.gone }
        let isTheSame = trace != nil && now.fingerprint == trace
        guard try isTheSame || now.isKept(of: after) else { throw LeftAlone.changedSince }
    }
}

extension String {
    /// A definition in short, which tells it from all others.
    fileprivate var fingerprint: String? { try? RunningDigest.of(self) }

    /// Whether this is what a host keeps when it is given a definition.
    func isKept(of definition: String) throws -> Bool {
        try XMLDocument(xml: self).changes(asked: XMLDocument(xml: definition)).isEmpty
    }
}

extension LeftAlone {
    static let gone = LeftAlone("it has been removed since")
    static let changedSince = LeftAlone("its definition has been changed since, and stays as it is now")

    /// Does something that has no sense where the thing itself has gone.
    static func whereGone(_ body: () async throws -> Void) async throws {
        do { try await body() } catch let error as LibvirtError where error.saysThatItIsGone { throw gone }
    }

    /// Does something that is not worth trying again another time: it is said, and left so.
    static func whereImpossible(_ what: String, _ body: () async throws -> Void) async throws {
        do { try await body() } catch let error as LibvirtError {
            let failure = Failure(error)
            // Nobody could have tried.
            if failure.kind == .unreachable { throw error }
            throw error.code == .noDomain ? gone : LeftAlone("\(what): \(failure.why)")
        }
    }
}
