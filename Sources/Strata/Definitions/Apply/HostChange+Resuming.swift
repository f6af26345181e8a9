internal import Libvirt

/// Going on where another process died: only what was asked for then, and still makes sense now.
extension HostChange {
    /// How long a guest that was asked to shut down is waited for, in seconds, before it counts as one that does not.
    private static let patience = 10

    func confirm(on host: Connection, trace: String?) async throws {
        guard case .define(let name, _, let after) = self else { return }
        try check(try await host.kept(name), against: after, trace)
    }

    /// Overwrites only what was found then, and leaves to the next comparison what a running guest lacks.
    func resume(on host: Connection, wasBegun: Bool) async throws {
        switch self {
        case .define(let name, let before, let after):
            let now = try await host.kept(name)
            if now == before { return try await perform(on: host) }
            try check(now, against: after, nil)
        case .undefine(let guest, let before):
            // One that runs is still there without its definition, and cannot lose it twice.
            guard let now = try await host.kept(DefinedName(.domain, guest)) else { return }
            guard now == before else { throw LeftAlone.changedSince }
            try await perform(on: host)
        case .stop(let guest, let seconds): try await resumeStop(of: guest, seconds, wasBegun, on: host)
        case .mark(let guest, let before, let after):
            try await LeftAlone.whereGone {
                let metadata = try await host.domain(named: guest).metadata(namespace: Mark.namespace, .config)
                let now = metadata.flatMap { Mark(xml: $0) }?.folder
                guard now == before || now == after else { throw LeftAlone("it belongs to another folder by now") }
            }
            try await perform(on: host)
        case .attach, .detach, .update, .memory, .processors: return
        case .start(let guest):
            try await LeftAlone.whereGone { _ = try await host.domain(named: guest) }
            try await perform(on: host)
        case .activate, .createVolume, .growVolume: try await LeftAlone.whereGone { try await perform(on: host) }
        }
    }

    /// Stops nothing: that was asked for then, not now; a guest that had been stopped goes on to be started.
    private func resumeStop(of guest: String, _ seconds: Int, _ wasBegun: Bool, on host: Connection) async throws {
        try await LeftAlone.whereGone {
            let domain = try await host.domain(named: guest)
            if wasBegun, seconds > 0, try await domain.isActive {
                // It may be on its way: nobody would start it again then.
                _ = try? await domain.waitUntilOff(within: .seconds(min(seconds, Self.patience)))
            }
            if try await domain.isActive {
                throw LeftAlone("it runs and is not stopped for that now; it has what changed at its next start")
            }
            guard wasBegun else { throw LeftAlone("it has been switched off since, and stays off") }
        }
    }
}
