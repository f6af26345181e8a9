internal import Synchronization

/// What libvirt hands to a callback of ours: passes each event on to everybody who subscribed to its kind.
///
/// libvirt refuses to register one callback twice for the same events of a connection, so all subscribers to them
/// share one registration.
final class EventHub<Payload: Sendable>: AnyEventHub {
    private struct State {
        var receivers: [Int: EventReceiver<Payload>] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// Adds a subscriber and answers its number.
    func add(_ receiver: EventReceiver<Payload>) -> Int {
        state.withLock { state in
            state.next += 1
            state.receivers[state.next] = receiver
            return state.next
        }
    }

    var count: Int { state.withLock { $0.receivers.count } }

    func remove(_ number: Int) -> Bool {
        state.withLock { state in
            state.receivers[number] = nil
            return state.receivers.isEmpty
        }
    }

    func finish(throwing error: LibvirtError?) {
        for receiver in state.withLock({ Array($0.receivers.values) }) { receiver.finish(error) }
    }

    /// Hands a payload to everybody who is subscribed now.
    func deliver(_ payload: Payload) {
        for receiver in state.withLock({ Array($0.receivers.values) }) { receiver.deliver(payload) }
    }

    /// Delivers to the hub behind a callback's opaque pointer, which stays libvirt's.
    ///
    /// Called on the event loop.
    static func deliver(_ payload: Payload, to opaque: UnsafeMutableRawPointer?) {
        guard let opaque else { return }
        Unmanaged<EventHub<Payload>>.fromOpaque(opaque).takeUnretainedValue().deliver(payload)
    }
}

/// One subscriber.
struct EventReceiver<Payload: Sendable>: Sendable {
    let deliver: @Sendable (Payload) -> Void
    /// Ends the subscription, with an error when the connection broke.
    let finish: @Sendable (LibvirtError?) -> Void
}

/// A hub of any kind of event.
protocol AnyEventHub: AnyObject, Sendable {
    /// How many subscribers there are.
    var count: Int { get }
    /// Removes a subscriber; answers whether none is left.
    func remove(_ number: Int) -> Bool
    /// Ends all subscriptions.
    func finish(throwing error: LibvirtError?)
}
