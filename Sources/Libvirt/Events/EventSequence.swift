/// The events of one kind, from the first `next()` of an iterator until that iterator goes.
///
/// Every iterator is a subscription of its own. What happened before it began is not seen; where that matters, use
/// ``subscribe()`` first and look at the present state second.
public struct EventSequence<Element: LibvirtEvent>: AsyncSequence, Sendable {
    let makeSubscription: @Sendable () async throws -> EventSubscription<Element>

    /// Begins to collect events now.
    ///
    /// - Throws: ``LibvirtError``, such as code `noSupport` where the driver has no such events.
    public func subscribe() async throws -> EventSubscription<Element> { try await makeSubscription() }

    /// An iterator that subscribes when its first element is asked for.
    public func makeAsyncIterator() -> Iterator { Iterator(makeSubscription: makeSubscription) }

    /// Reads one subscription, which ends with the iterator.
    public struct Iterator: AsyncIteratorProtocol {
        let makeSubscription: @Sendable () async throws -> EventSubscription<Element>
        private var subscription: EventSubscription<Element>?

        init(makeSubscription: @escaping @Sendable () async throws -> EventSubscription<Element>) {
            self.makeSubscription = makeSubscription
        }

        /// The next event; `nil` when the connection was closed or the task cancelled.
        ///
        /// - Throws: ``LibvirtError`` when the connection to the daemon broke.
        public mutating func next() async throws -> Element? {
            if subscription == nil { subscription = try await makeSubscription() }
            return try await subscription?.next()
        }
    }
}

/// A running subscription to events of one kind; it ends when the last reference to it goes.
///
/// One task at a time may read it.
public final class EventSubscription<Element: LibvirtEvent>: AsyncSequence, AsyncIteratorProtocol, Sendable {
    private let buffer: EventBuffer<Element>
    private let place: Registrations.Place
    private let registrations: Registrations

    init(buffer: EventBuffer<Element>, place: Registrations.Place, registrations: Registrations) {
        self.buffer = buffer
        self.place = place
        self.registrations = registrations
    }

    deinit {
        let (place, registrations) = (place, registrations)
        // Deregistering may wait for the daemon, which a deinit must not.
        BlockingExecutor.later { registrations.remove(place) }
    }

    /// The next event; `nil` when the connection was closed or the task cancelled.
    ///
    /// - Throws: ``LibvirtError`` when the connection to the daemon broke.
    public func next() async throws -> Element? { try await buffer.next() }

    /// The subscription itself.
    public func makeAsyncIterator() -> EventSubscription<Element> { self }
}
