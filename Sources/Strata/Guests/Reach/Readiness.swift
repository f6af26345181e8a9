internal import FoundationEssentials
public import Libvirt
public import LibvirtXML
internal import StrataLayers
internal import Synchronization

/// How far a guest has come, proven by what can be observed of it.
///
/// ```swift
/// try await Readiness(of: guest, on: host).wait(for: .ssh, within: .seconds(120)) { print($0.stage, $0.observation) }
/// ```
public struct Readiness: Sendable {
    let guest: Domain
    let host: Connection

    /// The readiness of a guest.
    public init(of guest: Domain, on host: Connection) {
        self.guest = guest
        self.host = host
    }

    /// Waits until a stage is proven, by itself or by a later one.
    ///
    /// A guest that is off is waited for, too. Observed are the guest's events, its console (the kept log where there
    /// is one that can be read; else the console itself, unless somebody is connected to it), its addresses and who
    /// answers there, and QEMU's agent. What the log holds of earlier boots proves nothing: the kernel's last words and
    /// the first ones of a firmware or kernel tell them apart. A reset of which nobody writes cannot be seen there.
    /// - Parameters:
    ///   - stage: The stage.
    ///   - limit: How long to wait; `nil` for ever.
    ///   - progress: Called with every stage that is proven on the way.
    /// - Returns: All that was observed, in order.
    /// - Throws: ``Failure`` with kind `notReady` when the guest runs and did not come that far in time, `timedOut` when
    ///   it does not even run, `failed` when it ended on the way.
    @discardableResult
    public func wait(
        for stage: ReadinessStage, within limit: Duration? = nil,
        progress: @escaping @Sendable (ReadinessProof) -> Void = { _ in }
    ) async throws -> [ReadinessProof] {
        let observation = Observation(guest: guest, host: host)
        let isKept = try? await guest.isPersistent
        if let document = try? DomainDocument(xml: try await guest.xml(inactive: isKept == true)) {
            try Self.check(stage, of: document)
        }
        do {
            return try await withDeadline(limit, waitingFor: "guest '\(guest.name)'") {
                try await observation.follow(until: stage, progress)
            }
        } catch let error as LibvirtError where error.code == .operationTimeout {
            throw await lateness(for: stage, limit, observation)
        } catch {
            throw Failure(error)
        }
    }

    /// Refuses a stage that a guest of that definition cannot come to, however long somebody waits.
    ///
    /// - Parameters:
    ///   - stage: The stage.
    ///   - document: The definition.
    /// - Throws: ``Failure`` with kind `notReady`.
    public static func check(_ stage: ReadinessStage, of document: DomainDocument) throws {
        guard stage == .network || stage == .ssh else { return }
        let name = document.name ?? "guest"
        let isKnownToAgent = document.channels.contains { $0.targetName == Observation.agentChannel }
        // Its agent may tell of an address that nobody can call.
        if stage == .network, isKnownToAgent, !document.interfaces.isEmpty { return }
        guard document.interfaces.allSatisfy({ $0.type == .user }) else { return }
        throw GuestAddress.unreachable(name, document)
    }

    private func lateness(
        for stage: ReadinessStage, _ limit: Duration?, _ observation: Observation
    ) async -> Failure {
        let time = limit?.inWords ?? ""
        guard (try? await guest.isActive) == true else {
            return Failure(
                .timedOut, "guest '\(guest.name)'", "it is off, and nobody started it within \(time)",
                hint: "strata start \(guest.name)")
        }
        var failure = Failure(
            .notReady, "guest '\(guest.name)'",
            "it runs but did not come to \(stage.rawValue) within \(time)"
                + (observation.lastProof.map { "; it came to \($0.stage.rawValue): \($0.observation)" } ?? ""),
            hint: await advice(for: stage))
        failure.details = observation.consoleTail
        return failure
    }

    /// What most often stands in the way of a stage.
    private func advice(for stage: ReadinessStage) async -> String {
        let look = "strata console \(guest.name)"
        let document = try? DomainDocument(xml: try await guest.xml())
        let hasChannel = document?.channels.contains { $0.targetName == Observation.agentChannel } ?? false
        switch stage {
        case .agent where !hasChannel, .cloudInit where !hasChannel:
            return "the definition has no channel for QEMU's agent (org.qemu.guest_agent.0)"
        case .agent: return "is qemu-guest-agent installed and started in the guest? Look: \(look)"
        case .cloudInit: return "is cloud-init in the guest, and was its seed found? Look: \(look)"
        case .ssh: return "does an SSH server run in the guest, and can this host reach it? strata ip \(guest.name)"
        default: return "allow more time with --timeout, or look at what it is doing: \(look)"
        }
    }
}

extension Duration {
    /// `40 s`, or `0.3 seconds` where it is no whole number of them.
    var inWords: String { components.attoseconds == 0 ? "\(components.seconds) s" : description }
}
