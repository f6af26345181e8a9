import Synchronization
import Testing
import TestSupport

@testable import Libvirt

/// A connection that breaks is made by telling its registrations what libvirt's close callback would.
@Suite("Reconnecting") struct ReconnectingTests {
    private let fast = BackOff(first: .milliseconds(1), longest: .milliseconds(4))

    @Test func nothingIsOpenedBeforeTheFirstUseAndOneIsSharedAfterIt() async throws {
        try await withKeeper { keeper, opened in
            #expect(opened.count == 0)
            async let first = keeper.connection()
            async let second = keeper.connection()
            let registrations = try await (first.registrations, second.registrations)
            #expect(registrations.0 === registrations.1)
            #expect(opened.count == 1)
        }
    }

    @Test func eventsGoOnAfterAReconnectionThatIsSeen() async throws {
        try await withKeeper { keeper, opened in
            var events = try await keeper.domainEvents(.lifecycle).subscribe()
            let first = try await keeper.connection()
            try await first.domain(named: "web").suspend()
            #expect(try await events.next()?.kind == .suspended(.paused))

            opened.refuse(3)
            first.registrations.broke(.eof)
            guard case .reconnected = try await events.next() else { throw Unexpected() }
            #expect(opened.count == 5)  // once, three refusals, once more
            try await keeper.connection().domain(named: "web").forceOff()
            #expect(try await events.next()?.kind == .stopped(.forcedOff))
            let error = await #expect(throws: LibvirtError.self) { try await first.hostname }
            #expect(error?.code == .invalidConnection)
        }
    }

    @Test func everySequenceSeesTheReconnection() async throws {
        try await withKeeper { keeper, opened in
            var lifecycle = try await keeper.domainEvents(.lifecycle).subscribe()
            var web = try await keeper.events { host in
                host.domainEvents(.metadataChange, of: try await host.domain(named: "web"))
            }.subscribe()
            try await keeper.connection().registrations.broke(.error)
            guard case .reconnected = try await lifecycle.next() else { throw Unexpected() }
            guard case .reconnected = try await web.next() else { throw Unexpected() }
            #expect(opened.count == 2)
        }
    }

    @Test func aConnectionThatBreaksUnusedIsReplacedOnTheNextUse() async throws {
        try await withKeeper { keeper, opened in
            let first = try await keeper.connection()
            // The keeper's own watch, which begins a moment after the connection was opened.
            #expect(await eventually { first.subscriptionCount == 1 })
            first.registrations.broke(.keepalive)
            #expect(try await eventually { try await keeper.connection().registrations !== first.registrations })
            #expect(opened.count == 2)
        }
    }

    @Test func theFirstConnectionIsTriedOnce() async throws {
        try await withKeeper { keeper, opened in
            opened.refuse(1)
            let error = await #expect(throws: LibvirtError.self) { try await keeper.connection() }
            #expect(error?.code == .systemError)
            #expect(opened.count == 1)
            let second = try await keeper.connection()
            #expect(try await second.isAlive)
        }
    }

    @Test func itGivesUpWhereWaitingCannotHelp() async throws {
        try await withKeeper { keeper, opened in
            var events = try await keeper.domainEvents(.lifecycle).subscribe()
            opened.refuse(1, with: .authFailed)
            try await keeper.connection().registrations.broke(.eof)
            let error = await #expect(throws: LibvirtError.self) { try await events.next() }
            #expect(error?.code == .authFailed)
            #expect(opened.count == 2)
        }
    }

    @Test func itGivesUpAfterItsAttempts() async throws {
        try await withKeeper(BackOff(first: .milliseconds(1), attempts: 2)) { keeper, opened in
            var events = try await keeper.domainEvents(.lifecycle).subscribe()
            opened.refuse(9)
            try await keeper.connection().registrations.broke(.eof)
            let error = await #expect(throws: LibvirtError.self) { try await events.next() }
            #expect(error?.code == .systemError)
            #expect(opened.count == 3)
        }
    }

    @Test func cancellingEndsTheWaitForTheDaemon() async throws {
        try await withKeeper(BackOff(first: .seconds(60), longest: .seconds(60))) { keeper, opened in
            _ = try await keeper.connection()
            let sequence = keeper.domainEvents(.lifecycle)
            let reader = Task { for try await _ in sequence {} }
            #expect(try await eventually { try await keeper.connection().subscriptionCount == 2 })
            opened.refuse(9)
            try await keeper.connection().registrations.broke(.eof)
            #expect(await eventually { opened.count == 2 })
            reader.cancel()
            try await reader.value
        }
    }

    @Test func closingEndsTheSequencesAndOpensNothingMore() async throws {
        try await withKeeper { keeper, opened in
            var events = try await keeper.domainEvents(.lifecycle).subscribe()
            await keeper.close()
            guard try await events.next() == nil else { throw Unexpected() }
            let error = await #expect(throws: LibvirtError.self) { try await keeper.connection() }
            #expect(error?.code == .invalidConnection)
            #expect(opened.count == 1)
        }
    }

    @Test func aForgottenKeeperLetsItsConnectionGo() async throws {
        weak var registrations: Registrations?
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [])
            let connection = try await Connection.reconnecting(uri).connection()
            registrations = connection.registrations
        }
        #expect(await eventually { registrations == nil })
    }

    private struct Unexpected: Error {}

    /// Runs `body` with a keeper of connections to a test host of its own with the running domain `web`.
    private func withKeeper(
        _ backOff: BackOff? = nil, _ body: (ReconnectingConnection<ReadWrite>, Attempts) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.running("web")])
            let attempts = Attempts()
            let keeper = Connection.reconnecting(backOff: backOff ?? fast) {
                try attempts.begin()
                return try await Connection.open(uri)
            }
            do {
                try await body(keeper, attempts)
                await keeper.close()
            } catch {
                await keeper.close()
                throw error
            }
        }
    }

    /// Counts the attempts to open a connection, and refuses some.
    private final class Attempts: Sendable {
        private let state = Mutex((count: 0, refusals: 0, code: LibvirtError.Code.systemError))

        var count: Int { state.withLock { $0.count } }

        func refuse(_ number: Int, with code: LibvirtError.Code = .systemError) {
            state.withLock { $0 = ($0.count, number, code) }
        }

        func begin() throws {
            let refusal = state.withLock { state -> LibvirtError.Code? in
                state.count += 1
                guard state.refusals > 0 else { return nil }
                state.refusals -= 1
                return state.code
            }
            if let refusal { throw LibvirtError(code: refusal, message: "nobody is there") }
        }
    }
}

extension ReconnectingElement where Event == DomainEvent<ReadWrite, DomainLifecycle> {
    fileprivate var kind: DomainLifecycle? {
        if case .event(let event) = self { event.kind } else { nil }
    }
}
