public import FoundationEssentials

extension ConnectionReference where Mode == ReadWrite {
    /// A connection that may change things and that is opened again after the daemon went away.
    ///
    /// Nothing is opened before the first use.
    /// - Parameters:
    ///   - uri: Where to, as for ``Connection``.
    ///   - backOff: How long to wait between attempts.
    /// - Returns: The keeper of the connection.
    ///
    /// libvirt: [`virConnectRegisterCloseCallback`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectRegisterCloseCallback)
    public static func reconnecting(
        _ uri: String? = nil, backOff: BackOff = BackOff()
    ) -> ReconnectingConnection<ReadWrite> {
        reconnecting(backOff: backOff) { try await Connection.open(uri) }
    }

    /// A connection that is opened again after the daemon went away, in a way of your own.
    ///
    /// - Parameters:
    ///   - backOff: How long to wait between attempts.
    ///   - open: Opens a connection.
    /// - Returns: The keeper of the connection.
    public static func reconnecting(
        backOff: BackOff = BackOff(), open: @escaping @Sendable () async throws -> Connection
    ) -> ReconnectingConnection<ReadWrite> {
        ReconnectingConnection(backOff, open: open)
    }
}

extension ConnectionReference where Mode == ReadOnly {
    /// A connection that only looks and that is opened again after the daemon went away.
    ///
    /// Nothing is opened before the first use.
    /// - Parameters:
    ///   - uri: Where to, as for ``Connection``.
    ///   - backOff: How long to wait between attempts.
    /// - Returns: The keeper of the connection.
    ///
    /// libvirt: [`virConnectRegisterCloseCallback`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectRegisterCloseCallback)
    public static func reconnecting(
        _ uri: String? = nil, backOff: BackOff = BackOff()
    ) -> ReconnectingConnection<ReadOnly> {
        reconnecting(backOff: backOff) { try await ReadOnlyConnection.open(uri) }
    }

    /// A connection that only looks and is opened again after the daemon went away, in a way of your own.
    ///
    /// - Parameters:
    ///   - backOff: How long to wait between attempts.
    ///   - open: Opens a connection.
    /// - Returns: The keeper of the connection.
    public static func reconnecting(
        backOff: BackOff = BackOff(), open: @escaping @Sendable () async throws -> ReadOnlyConnection
    ) -> ReconnectingConnection<ReadOnly> {
        ReconnectingConnection(backOff, open: open)
    }
}

extension ReconnectingConnection {
    /// Events of any kind, subscribed to again on every new connection.
    ///
    /// ```swift
    /// keeper.events { host in host.domainEvents(.reboot, of: try await host.domain(named: "web")) }
    /// ```
    /// - Parameter events: Makes the sequence of one connection; objects must be looked up on that connection.
    /// - Returns: The events, and where one connection ended and the next began.
    public nonisolated func events<Event>(
        _ events: @escaping @Sendable (ConnectionReference<Mode>) async throws -> EventSequence<Event>
    ) -> ReconnectingEvents<Mode, Event> {
        ReconnectingEvents(keeper: self, events: events)
    }

    /// The events of one kind, of one domain or of all, subscribed to again on every new connection.
    ///
    /// - Parameters:
    ///   - kind: Which events.
    ///   - domain: The UUID of the only domain to hear of; `nil` for all.
    ///   - buffer: How many events wait for a slow consumer before the oldest is dropped and counted in `missed`.
    /// - Returns: The events, and where one connection ended and the next began.
    public nonisolated func domainEvents<Change>(
        _ kind: DomainEventKind<Change>, of domain: UUID? = nil, buffer: Int = 1024
    ) -> ReconnectingEvents<Mode, DomainEvent<Mode, Change>> {
        events { host in
            guard let domain else { return host.domainEvents(kind, buffer: buffer) }
            return host.domainEvents(kind, of: try await host.domain(uuid: domain), buffer: buffer)
        }
    }
}
