internal import FoundationEssentials
internal import Libvirt
internal import LibvirtXML
internal import Synchronization

/// Looks at one guest from all sides until it is told to stop.
final class Observation: Sendable {
    static let agentChannel = "org.qemu.guest_agent.0"

    let guest: Domain
    let host: Connection
    private let state: Mutex<State>
    private let findings = AsyncStream<Finding>.makeStream()

    private struct State {
        var record = ReadinessRecord()
        var console = ConsoleText()
        /// Whether the console has proven something of the boot that runs.
        var hasConsoleProof = false
        var isAgentThere = false
        var tasks: [Task<Void, Never>] = []
    }

    private enum Finding: Sendable {
        case proof(ReadinessProof)
        case rebooted
        case ended(String)
        case broken(Failure)
    }

    init(guest: Domain, host: Connection) {
        self.guest = guest
        self.host = host
        state = Mutex(State())
    }

    var lastProof: ReadinessProof? { state.withLock { $0.record.last } }
    var consoleTail: [String] { state.withLock { $0.console.tail } }
    /// Whether QEMU's agent has answered.
    var isAgentThere: Bool { state.withLock { $0.isAgentThere } }

    /// Follows the guest until a stage is proven.
    func follow(
        until stage: ReadinessStage, _ progress: @Sendable (ReadinessProof) -> Void
    ) async throws -> [ReadinessProof] {
        defer { stop() }
        // Subscribed first, looked at second: nothing is missed in between.
        let life = try await host.domainEvents(.lifecycle, of: guest).subscribe()
        let agent = try? await host.domainEvents(.agentLifecycle, of: guest).subscribe()
        start { await $0.watchLife(life) }
        let isActive = try await guest.isActive
        if isActive { prove(.poweredOn, "libvirt says that it runs") }
        for await finding in findings.stream {
            switch finding {
            case .proof(let proof):
                guard state.withLock({ $0.record.add(proof) }) else { continue }
                progress(proof)
                if state.withLock({ $0.record.proves(stage) }) { return state.withLock { $0.record.proofs } }
                if proof.stage == .poweredOn { try await watchRunning(sinceStart: !isActive, agent) }
            case .rebooted: state.withLock { $0.record.beginAnew() }
            case .ended(let how):
                throw Failure(.failed, "guest '\(guest.name)'", how + " on its way", details: consoleTail)
            case .broken(let failure): throw failure
            }
        }
        throw CancellationError()
    }

    /// Notes what was observed.
    func prove(_ stage: ReadinessStage, _ observation: String) {
        findings.continuation.yield(.proof(ReadinessProof(stage, observation)))
    }

    /// Takes what the guest wrote on its console.
    func take(console bytes: [UInt8]) {
        let news = state.withLock { state -> [Finding] in
            let boots = state.console.boots
            let proofs = state.console.feed(bytes).map { Finding.proof($0) }
            let isAnew = state.hasConsoleProof && state.console.boots > boots
            state.hasConsoleProof = !proofs.isEmpty || state.hasConsoleProof && !isAnew
            return (isAnew ? [.rebooted] : []) + proofs
        }
        for finding in news { findings.continuation.yield(finding) }
    }

    /// Notes that QEMU's agent has answered.
    func noteAgent() {
        state.withLock { $0.isAgentThere = true }
        prove(.agent, "QEMU's agent answers")
    }

    private func watchRunning(
        sinceStart isFresh: Bool, _ agent: EventSubscription<DomainEvent<ReadWrite, DomainAgentLifecycle>>?
    ) async throws {
        let document = try DomainDocument(xml: try await guest.xml())
        state.withLock { $0.console = ConsoleText(bootsDirectly: document.os.kernel != nil) }
        start { await $0.watchConsole(document, isFresh: isFresh) }
        start { await $0.watchAddresses(document) }
        if document.channels.contains(where: { $0.targetName == Self.agentChannel }) {
            start { await $0.watchAgent(agent) }
        }
    }

    private func watchLife(_ events: EventSubscription<DomainEvent<ReadWrite, DomainLifecycle>>) async {
        do {
            while let event = try await events.next() {
                switch event.kind {
                case .started: prove(.poweredOn, "libvirt started it")
                case .stopped: findings.continuation.yield(.ended("it switched itself off, or was switched off,"))
                case .crashed: findings.continuation.yield(.ended("it crashed"))
                default: break
                }
            }
        } catch {
            findings.continuation.yield(.broken(Failure(error)))
        }
    }

    private func start(_ body: @escaping @Sendable (Observation) async -> Void) {
        let task = Task { await body(self) }
        state.withLock { $0.tasks.append(task) }
    }

    /// Ends all watching; a question to the guest that is under way is left behind.
    private func stop() {
        let tasks = state.withLock { state in
            defer { state.tasks = [] }
            return state.tasks
        }
        for task in tasks { task.cancel() }
        findings.continuation.finish()
    }
}
