public import Libvirt
internal import LibvirtXML
public import StrataLayers

/// One run of a transient guest: started from a definition, its console passed on, gone in the end.
public struct GuestRun: Sendable {
    /// What the user sees of a run while it goes on.
    public enum Progress: Sendable {
        /// How the guest's code will run, and whether the definition said otherwise.
        case accelerator(Accelerator, replaced: Bool)
        /// The guest runs.
        case started(name: String, after: Duration)
        /// The guest wrote on its console.
        case console([UInt8])
        /// The awaited text appeared.
        case textSeen(after: Duration)
        /// The layers that the running guest stands on.
        case layers(LayerStack)
        /// The guest is being switched off.
        case stopping
    }

    /// What the user sends into a run.
    public enum Input: Sendable {
        /// Keystrokes for the guest.
        case bytes([UInt8])
        /// The user is done.
        case leave
    }

    /// How a run ended.
    public enum Outcome: String, Sendable, Codable {
        /// The awaited text appeared.
        case textSeen
        /// The guest switched itself off.
        case guestEnded
        /// The user left.
        case left
    }

    /// What to run.
    public var definition: Definition
    /// With which accelerator.
    public var accelerator = AcceleratorPreference.auto
    /// The text on the console at which the run ends.
    public var until: String?
    /// How long the run may take.
    public var timeout: Duration?
    /// Whether the guest goes on when the run ends.
    public var keepsGuest = false
    /// Whether the layers are read when the awaited text has appeared.
    public var readsLayers = false

    /// A run of `definition`.
    public init(_ definition: Definition) { self.definition = definition }

    /// Starts the guest, passes its console on, and removes it again.
    ///
    /// Whatever happens (the end of the text, a time-out, an error, cancellation) the guest is off and forgotten
    /// afterwards, unless it is to be kept. Only killing this process leaves it running.
    /// - Parameters:
    ///   - connection: Where to run it.
    ///   - input: What the user sends.
    ///   - report: Called with what the user should see, in order.
    /// - Returns: How the run ended. A guest that switched itself off is an outcome, not an error.
    /// - Throws: ``Failure``; kind `timedOut` when the time ran out first, `interrupted` on cancellation.
    public func perform(
        on connection: Connection, input: AsyncStream<Input>, report: @escaping @Sendable (Progress) -> Void
    ) async throws -> Outcome {
        let document = try await prepare(on: connection, report)
        let clock = ContinuousClock()
        let begin = clock.now
        let guest = try await create(document, on: connection)
        let session = RunSession(
            run: self, connection: connection, guest: guest, input: input, report: report, begin: begin)
        do {
            let outcome = try await session.follow()
            if readsLayers {
                report(.layers(try await LayerStack.read(connection.readOnly, only: guest.name)))
            }
            if !keepsGuest { await session.remove(definedBy: document) }
            return outcome
        } catch {
            if !keepsGuest { await session.remove(definedBy: document) }
            throw Failure(error)
        }
    }

    /// Starts the guest suspended.
    private func create(_ document: DomainDocument, on connection: Connection) async throws -> Domain {
        do {
            // Not to be cancelled half-way: the guest would be there without anybody knowing of it.
            return try await Task { try await connection.createTransient(document.xml, .paused) }.value
        } catch {
            throw await definition.explain(error, on: connection)
        }
    }

    /// Checks everything that can be checked before anything is changed.
    private func prepare(
        on connection: Connection, _ report: @Sendable (Progress) -> Void
    ) async throws -> DomainDocument {
        do {
            let name = try definition.name
            // Reading libvirt's schema takes longer than asking the host.
            async let schema: Void = definition.checkSchema()
            let mode = DriverMode(connection: try await connection.uri)
            let sameName = try? await connection.domain(named: name)
            async let accelerator = Accelerator.choose(accelerator, on: connection)
            try await schema
            if mode != .remote { try definition.checkFiles() }
            if let other = sameName {
                throw Failure(
                    .nameTaken, "guest '\(name)'", "there is a guest of that name (\(try await other.state().state))",
                    hint: "stop it with: strata stop \(name), or give the definition another name")
            }
            guard until == nil || definition.hasConsole else {
                throw Failure(
                    .badDefinition, definition.file, "there is no console on which a text could appear",
                    hint: "add <serial type='pty'/> to the devices")
            }
            let choice = try await accelerator
            let adapted = definition.document.adapted(to: choice)
            report(.accelerator(choice, replaced: adapted != nil))
            return adapted ?? definition.document
        } catch {
            throw Failure(error)
        }
    }
}
