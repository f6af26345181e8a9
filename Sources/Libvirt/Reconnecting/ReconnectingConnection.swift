/// Keeps a connection to one URI, and opens another one after the daemon went away.
///
/// ```swift
/// let keeper = Connection.reconnecting("qemu:///system")
/// for try await element in keeper.domainEvents(.lifecycle) {
///     switch element {
///     case .event(let event): print(event.domain.name, event.kind)
///     case .reconnected: print("some events may be lost:", try await keeper.connection().domains())
///     }
/// }
/// ```
/// Objects that came through a connection end with it: after a reconnection look them up again.
public actor ReconnectingConnection<Mode: Access> {
    /// One connection in the row of them.
    struct Generation: Sendable {
        let number: Int
        let connection: ConnectionReference<Mode>
        /// Notices the end of the connection also while nobody reads events.
        let watch: Task<Void, Never>
    }

    private enum State {
        case idle
        case opening(Task<Generation, any Error>)
        case open(Generation)
        case closed
    }

    /// How long to wait between attempts to open a connection again.
    public nonisolated let backOff: BackOff
    private let open: @Sendable () async throws -> ConnectionReference<Mode>
    private var state = State.idle
    /// The number of the last connection that was opened.
    private var count = 0

    init(_ backOff: BackOff, open: @escaping @Sendable () async throws -> ConnectionReference<Mode>) {
        self.backOff = backOff
        self.open = open
    }

    deinit {
        if case .open(let generation) = state { generation.watch.cancel() }
    }

    /// The connection that is open now, or one that is opened now.
    ///
    /// The first connection is attempted once; one after it as often as ``backOff`` says. Cancelling the task ends
    /// the attempts. A daemon may go at any time, so that calls on the connection may still fail.
    /// - Returns: The open connection. It is closed by ``close()``, or when the daemon is gone.
    /// - Throws: ``LibvirtError`` of the attempt; with code `invalidConnection` after ``close()``.
    public func connection() async throws -> ConnectionReference<Mode> { try await generation().connection }

    /// Closes the connection and ends all event sequences; nothing is opened any more.
    public func close() async {
        let last = state
        state = .closed
        switch last {
        case .idle, .closed: break
        case .opening(let attempt): _ = await attempt.result
        case .open(let generation): await generation.end()
        }
    }

    var isClosed: Bool { if case .closed = state { true } else { false } }

    /// The connection that is open now; waits and tries again where there was one before.
    func generation() async throws -> Generation {
        var failures = 0
        while true {
            let isFirst = count == 0
            do {
                return try await attempt()
            } catch let error as LibvirtError {
                failures += 1
                guard !isFirst, !error.isFinal, let delay = backOff.delay(afterFailures: failures) else { throw error }
                try await Task.sleep(for: delay)
            }
        }
    }

    /// Forgets a connection that has broken.
    func lost(_ number: Int) async {
        guard case .open(let generation) = state, generation.number == number else { return }
        state = .idle
        await generation.end()
    }

    /// One attempt, which everybody who asks meanwhile shares.
    private func attempt() async throws -> Generation {
        switch state {
        case .closed: throw LibvirtError.closed
        case .open(let generation): return generation
        case .opening(let attempt): return try await attempt.value
        case .idle: break
        }
        let attempt = Task { try await openNext() }
        state = .opening(attempt)
        return try await attempt.value
    }

    private func openNext() async throws -> Generation {
        do {
            let connection = try await open()
            count += 1
            let generation = Generation(number: count, connection: connection, watch: watch(connection, count))
            guard !isClosed else {
                await generation.end()
                throw LibvirtError.closed
            }
            state = .open(generation)
            return generation
        } catch {
            if !isClosed { state = .idle }
            throw error
        }
    }

    private func watch(_ connection: ConnectionReference<Mode>, _ number: Int) -> Task<Void, Never> {
        // A watch that held on to the keeper would keep it, and its connection, for ever.
        Task { [weak self] in
            guard (try? await connection.closeEvents.first { _ in true }) != nil else { return }
            await self?.lost(number)
        }
    }
}

extension ReconnectingConnection.Generation {
    fileprivate func end() async {
        watch.cancel()
        await connection.close()
    }
}

extension LibvirtError {
    /// Whether another attempt to open a connection would fail in the same way.
    fileprivate var isFinal: Bool {
        switch code {
        case .invalidConnection, .authFailed, .authCancelled, .authUnavailable, .accessDenied, .noSupport: true
        default: false
        }
    }
}
