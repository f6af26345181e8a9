internal import CLibvirt
internal import Synchronization

/// The callbacks that are registered on one connection.
///
/// A live registration keeps the connection open, so closing must remove every one first; and when the daemon goes
/// away every subscriber must hear of it.
final class Registrations: Sendable {
    /// What a registration delivers.
    struct Key: Hashable {
        /// The families of events have a register and a deregister call each, with numbers of their own.
        ///
        /// The close of the connection has one callback of libvirt, which all the others need, too.
        enum Family { case domain, network, storagePool, nodeDevice, secret, qemuMonitor, close }

        let family: Family
        /// libvirt's number of the event.
        let event: Int32
        /// The UUID of the one object that it is about; empty for all of them.
        let subject: String
    }

    /// One subscriber's place.
    struct Place: Hashable { let key: Key, number: Int }

    private struct Entry {
        let hub: any AnyEventHub
        let id: Int32
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        /// What libvirt's close callback points at, from its registration until it is taken back.
        var watch: CloseWatch?
        var closed: ConnectionCloseReason?
    }

    let connection: Handle<ConnectionKind>
    /// Held while libvirt is asked to register or deregister, which may wait for the daemon.
    ///
    /// The event loop never takes it.
    private let registering = Mutex(())
    private let state = Mutex(State())

    init(connection: Handle<ConnectionKind>) { self.connection = connection }

    deinit {
        guard let watch = state.withLock({ $0.watch }) else { return }
        // The callback keeps the connection open, and taking it back may wait for the daemon.
        let connection = connection
        BlockingExecutor.later { watch.end(of: connection) }
    }

    /// How many subscribers there are.
    var count: Int { state.withLock { $0.entries.values.reduce(0) { $0 + $1.hub.count } } }

    /// Adds a subscriber, and registers a callback with `register` when it is the first for its events.
    ///
    /// - Parameters:
    ///   - key: The events.
    ///   - call: The name of the C call, for the error.
    ///   - receiver: The subscriber.
    ///   - register: The C call, with the connection and what the callback gets.
    /// - Returns: The place by which ``remove(_:)`` knows the subscriber.
    /// - Throws: ``LibvirtError`` when libvirt refuses the registration; the subscriber is not kept then.
    func add<Payload>(
        _ key: Key, _ call: StaticString, _ receiver: EventReceiver<Payload>,
        register: @escaping @Sendable (OpaquePointer, UnsafeMutableRawPointer) throws -> Int32
    ) async throws -> Place {
        try await connection.call { connection in
            try self.registering.withLock { _ in
                // Drivers that cannot tell of the connection's end have other events all the same.
                try? self.watchClose(of: connection)
                // Who comes in while the connection breaks must hear of it, too.
                defer { if let reason = self.state.withLock({ $0.closed }) { receiver.finish(.broken(by: reason)) } }
                if let hub = self.state.withLock({ $0.entries[key]?.hub }) as? EventHub<Payload> {
                    return Place(key: key, number: hub.add(receiver))
                }
                let hub = EventHub<Payload>()
                let number = hub.add(receiver)
                let id = try Lent.lend(hub) { opaque in
                    try check(try register(connection, opaque), call, ConnectionKind.describe(connection))
                }
                self.state.withLock { $0.entries[key] = Entry(hub: hub, id: id) }
                return Place(key: key, number: number)
            }
        }
    }

    /// Adds a subscriber to the end of the connection, who hears at once of one that is past.
    func addCloseReceiver(_ receiver: EventReceiver<ConnectionCloseReason>) async throws -> Place {
        let key = Key(family: .close, event: 0, subject: "")
        return try await connection.call { connection in
            try self.registering.withLock { _ in
                try self.watchClose(of: connection)
                let (number, closed) = self.state.withLock { state in
                    let hub = state.entries[key]?.hub as? EventHub<ConnectionCloseReason> ?? EventHub()
                    state.entries[key] = Entry(hub: hub, id: 0)
                    return (hub.add(receiver), state.closed)
                }
                if let closed {
                    receiver.deliver(closed)
                    receiver.finish(nil)
                }
                return Place(key: key, number: number)
            }
        }
    }

    /// Takes one subscriber away, and the callback with the last one.
    ///
    /// May wait for the daemon.
    func remove(_ place: Place) {
        registering.withLock { _ in
            guard let entry = state.withLock({ $0.entries[place.key] }), entry.hub.remove(place.number) else { return }
            deregister(place.key, entry)
        }
    }

    /// Takes all callbacks back and ends all subscriptions.
    func removeAll() async {
        _ = try? await BlockingExecutor.run {
            self.registering.withLock { _ in
                for (key, entry) in self.state.withLock({ $0.entries }) {
                    self.deregister(key, entry)
                    entry.hub.finish(throwing: self.state.withLock { $0.closed.map { .broken(by: $0) } })
                }
                self.state.withLock { $0.watch.take() }?.end(of: self.connection)
            }
        }
    }

    private func deregister(_ key: Key, _ entry: Entry) {
        state.withLock { $0.entries[key] = nil }
        _ = try? connection.withUnsafePointer { connection in
            switch key.family {
            case .domain: virConnectDomainEventDeregisterAny(connection, entry.id)
            case .network: virConnectNetworkEventDeregisterAny(connection, entry.id)
            case .storagePool: virConnectStoragePoolEventDeregisterAny(connection, entry.id)
            case .nodeDevice: virConnectNodeDeviceEventDeregisterAny(connection, entry.id)
            case .secret: virConnectSecretEventDeregisterAny(connection, entry.id)
            case .qemuMonitor: virConnectDomainQemuMonitorEventDeregister(connection, entry.id)
            case .close: 0
            }
        }
    }

    /// Asks once to be told when the daemon goes away.
    ///
    /// Drivers inside this process have nothing to tell, and accept it all the same.
    private func watchClose(of connection: OpaquePointer) throws {
        guard state.withLock({ $0.watch == nil }) else { return }
        let watch = CloseWatch(self)
        try watch.begin(on: connection)
        state.withLock { $0.watch = watch }
    }

    /// Tells every subscriber that the connection broke.
    ///
    /// Called on the event loop.
    func broke(_ reason: ConnectionCloseReason) {
        let hubs = state.withLock { state in
            state.closed = reason
            return state.entries.values.map(\.hub)
        }
        // First who waits for just this: whoever hears of it may close the connection, which ends all of them.
        for hub in hubs { (hub as? EventHub<ConnectionCloseReason>)?.deliver(reason) }
        for hub in hubs { hub.finish(throwing: .broken(by: reason)) }
    }
}

extension LibvirtError {
    fileprivate static func broken(by reason: ConnectionCloseReason) -> LibvirtError {
        LibvirtError(
            code: .noConnection, message: "the connection to the daemon ended: \(reason)", subject: "connection",
            hint: "guests go on running; open a new connection")
    }
}
