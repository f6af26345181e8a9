internal import CLibvirt

/// The end of a connection that nobody closed.
public struct ConnectionClosure: LibvirtEvent, Hashable {
    /// Why it ended.
    public let reason: ConnectionCloseReason
    /// Always 0: a connection ends only once.
    public var missed = 0
}

extension ConnectionReference {
    /// The end of the connection when it was not closed here: the daemon went away, or does not answer any more.
    ///
    /// The sequence has one element then, and ends; it ends without one when ``close()`` is called. Who begins to read
    /// after the end still gets the element.
    ///
    /// ```swift
    /// for try await closure in host.closeEvents { print("lost the daemon:", closure.reason) }
    /// ```
    /// - Returns: The sequence; its ``EventSequence/subscribe()`` throws ``LibvirtError`` when the connection has
    ///   broken without libvirt being asked to tell of it.
    ///
    /// libvirt: [`virConnectRegisterCloseCallback`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectRegisterCloseCallback)
    public var closeEvents: EventSequence<ConnectionClosure> {
        let registrations = registrations
        return EventSequence {
            let buffer = EventBuffer<ConnectionClosure>(capacity: 1)
            let receiver = EventReceiver<ConnectionCloseReason> { reason in
                buffer.push(ConnectionClosure(reason: reason))
            } finish: { _ in
                // The element has said it; the end itself is no failure here.
                buffer.finish()
            }
            let place = try await registrations.addCloseReceiver(receiver)
            return EventSubscription(buffer: buffer, place: place, registrations: registrations)
        }
    }
}
