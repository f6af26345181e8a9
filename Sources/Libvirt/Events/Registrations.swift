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
        enum Family { case domain, network, storagePool, nodeDevice, secret, qemuMonitor }

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
        var watchesClose = false
    }

    let connection: Handle<ConnectionKind>
    /// Held while libvirt is asked to register or deregister, which may wait for the daemon.
    ///
    /// The event loop never takes it.
    private let registering = Mutex(())
    private let state = Mutex(State())

    init(connection: Handle<ConnectionKind>) { self.connection = connection }

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
                self.watchClose(of: connection)
                if let hub = self.state.withLock({ $0.entries[key]?.hub }) as? EventHub<Payload> {
                    return Place(key: key, number: hub.add(receiver))
                }
                let hub = EventHub<Payload>()
                let number = hub.add(receiver)
                let opaque = Unmanaged.passRetained(hub).toOpaque()
                do {
                    let id = try check(try register(connection, opaque), call)
                    self.state.withLock { $0.entries[key] = Entry(hub: hub, id: id) }
                } catch {
                    // libvirt frees only what it has accepted.
                    Unmanaged<EventHub<Payload>>.fromOpaque(opaque).release()
                    throw error
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
                    entry.hub.finish(throwing: nil)
                }
                guard self.state.withLock({ $0.watchesClose.take() }) else { return }
                _ = try? self.connection.withUnsafePointer {
                    virConnectUnregisterCloseCallback($0, connectionWasClosed)
                }
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
            }
        }
    }

    /// Asks once to be told when the daemon goes away.
    ///
    /// Drivers inside this process have nothing to tell.
    private func watchClose(of connection: OpaquePointer) {
        guard !state.withLock({ $0.watchesClose }) else { return }
        let opaque = Unmanaged.passRetained(WeakRegistrations(self)).toOpaque()
        let result = virConnectRegisterCloseCallback(connection, connectionWasClosed, opaque, releaseRetained)
        state.withLock { $0.watchesClose = result == 0 }
        if result < 0 { Unmanaged<WeakRegistrations>.fromOpaque(opaque).release() }
    }

    /// Tells every subscriber that the connection broke.
    ///
    /// Called on the event loop.
    fileprivate func broke(_ error: LibvirtError) {
        for entry in state.withLock({ Array($0.entries.values) }) { entry.hub.finish(throwing: error) }
    }
}

/// libvirt holds this one; held strongly, the registrations would keep their own connection open.
private final class WeakRegistrations: Sendable {
    private struct Box { weak var registrations: Registrations? }

    private let box: Mutex<Box>

    init(_ registrations: Registrations) { box = Mutex(Box(registrations: registrations)) }

    var registrations: Registrations? { box.withLock { $0.registrations } }
}

private func connectionWasClosed(_: virConnectPtr?, reason: Int32, opaque: UnsafeMutableRawPointer?) {
    guard let opaque else { return }
    let why = ConnectionCloseReason(rawValue: reason)
    Unmanaged<WeakRegistrations>.fromOpaque(opaque).takeUnretainedValue().registrations?.broke(
        LibvirtError(
            code: .noConnection, message: "the connection to the daemon ended: \(why)", subject: "connection",
            hint: "guests go on running; open a new connection"))
}

extension Bool {
    /// The value, leaving `false` behind.
    fileprivate mutating func take() -> Bool {
        defer { self = false }
        return self
    }
}
