/// What a sequence of events gives that outlives its connection.
public enum ReconnectingElement<Event: LibvirtEvent>: Sendable {
    /// Something happened.
    case event(Event)
    /// The connection was lost and is there again: what happened in between was not seen, so look at the present state.
    case reconnected
}

extension ReconnectingElement: Equatable where Event: Equatable {}
extension ReconnectingElement: Hashable where Event: Hashable {}

/// Events that go on after the daemon went away and came back.
///
/// Every iterator is a subscription of its own, from its first `next()` until it goes.
public struct ReconnectingEvents<Mode: Access, Event: LibvirtEvent>: AsyncSequence, Sendable {
    let keeper: ReconnectingConnection<Mode>
    let events: @Sendable (ConnectionReference<Mode>) async throws -> EventSequence<Event>

    /// Begins to collect events now.
    ///
    /// - Returns: An iterator that misses nothing from now on but what happens while there is no connection.
    /// - Throws: ``LibvirtError`` when the first connection cannot be opened or has no such events.
    public func subscribe() async throws -> Iterator {
        var iterator = makeAsyncIterator()
        try await iterator.subscribe()
        return iterator
    }

    /// An iterator that subscribes when its first element is asked for.
    public func makeAsyncIterator() -> Iterator { Iterator(keeper: keeper, events: events) }

    /// Reads one subscription after the other.
    public struct Iterator: AsyncIteratorProtocol {
        let keeper: ReconnectingConnection<Mode>
        let events: @Sendable (ConnectionReference<Mode>) async throws -> EventSequence<Event>
        private var subscription: EventSubscription<Event>?
        /// The number of the connection that the subscription is of.
        private var number = 0

        init(
            keeper: ReconnectingConnection<Mode>,
            events: @escaping @Sendable (ConnectionReference<Mode>) async throws -> EventSequence<Event>
        ) {
            self.keeper = keeper
            self.events = events
        }

        /// The next event, or that the connection is there again; `nil` when the keeper was closed or the task
        /// cancelled.
        ///
        /// Waits while the daemon is away, for as long as ``ReconnectingConnection/backOff`` says.
        /// - Throws: ``LibvirtError`` when it is time to give up, or when the events cannot be had on a connection
        ///   that is all right.
        public mutating func next() async throws -> ReconnectingElement<Event>? {
            do {
                return try await element()
            } catch {
                guard await keeper.isClosed || error is CancellationError else { throw error }
                return nil
            }
        }

        private mutating func element() async throws -> ReconnectingElement<Event>? {
            if subscription == nil, try await subscribe() { return .reconnected }
            do {
                return try await subscription?.next().map { .event($0) }
            } catch let error as LibvirtError where error.code == .noConnection {
                subscription = nil
                await keeper.lost(number)
                try await subscribe()
                return .reconnected
            }
        }

        /// Subscribes on the connection that is open now; again where it breaks meanwhile.
        ///
        /// - Returns: Whether there was a subscription before.
        @discardableResult
        fileprivate mutating func subscribe() async throws -> Bool {
            while true {
                let generation = try await keeper.generation()
                do {
                    subscription = try await events(generation.connection).subscribe()
                    defer { number = generation.number }
                    return number != 0
                } catch {
                    guard await !generation.connection.answers else { throw error }
                    await keeper.lost(generation.number)
                }
            }
        }
    }
}

extension ConnectionReference {
    /// Whether the daemon answers, asked without a failure of the question itself.
    fileprivate var answers: Bool {
        get async { (try? await isAlive) ?? false }
    }
}
