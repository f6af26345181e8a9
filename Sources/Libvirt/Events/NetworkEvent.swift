internal import CLibvirt
internal import FoundationEssentials

/// Something that happened to a network.
public struct NetworkEvent<Mode: Access, Change: Sendable>: LibvirtEvent {
    /// The network that it happened to.
    public let network: NetworkReference<Mode>
    /// What happened.
    public let change: Change
    /// How many events were lost just before this one, because the consumer was too slow for the buffer.
    public var missed = 0
}

/// A kind of network event, and what comes with it.
public struct NetworkEventKind<Change: Sendable>: Sendable {
    let id: Int32
    let callback: NetworkEventCallback
}

/// The C callback of one event kind, cast as libvirt's own macro `VIR_NETWORK_EVENT_CALLBACK` does it.
///
/// Sound: a C function pointer, which libvirt casts back to the signature of the event id that it is registered for.
struct NetworkEventCallback: @unchecked Sendable {
    let pointer: virConnectNetworkEventGenericCallback
}

extension ConnectionReference {
    /// The events of one kind, of one network or of all.
    ///
    /// ```swift
    /// for try await event in host.networkEvents(.lifecycle) { print(event.network.name, event.change) }
    /// ```
    /// - Parameters:
    ///   - kind: Which events.
    ///   - network: Only of this network; `nil` for all, also those that come later.
    ///   - buffer: How many events wait for a slow consumer before the oldest is dropped and counted in `missed`.
    /// - Returns: The events; libvirt is asked for them only when an iterator begins to read, or on
    ///   ``EventSequence/subscribe()``, which throws code `noSupport` where the driver has no such events.
    ///
    /// libvirt: [`virConnectNetworkEventRegisterAny`](https://libvirt.org/html/libvirt-libvirt-network.html#virConnectNetworkEventRegisterAny)
    public func networkEvents<Change>(
        _ kind: NetworkEventKind<Change>, of network: NetworkReference<Mode>? = nil, buffer: Int = 1024
    ) -> EventSequence<NetworkEvent<Mode, Change>> {
        let registrations = registrations
        return registrations.objectEvents(
            Registrations.Key(family: .network, event: kind.id, subject: network?.uuid.uuidString ?? ""),
            "virConnectNetworkEventRegisterAny", of: network?.handle, buffer: buffer
        ) { (handle: Handle<NetworkKind>, change: Change) in
            NetworkEvent(network: NetworkReference(handle, registrations), change: change)
        } register: { connection, network, opaque in
            virConnectNetworkEventRegisterAny(
                connection, network, kind.id, kind.callback.pointer, opaque, giveBackLent)
        }
    }
}

extension NetworkEventKind where Change == NetworkLifecycleEventType {
    /// Defined, started, stopped, undefined.
    public static var lifecycle: NetworkEventKind {
        // Sound: libvirt casts the pointer back to this signature for this event id.
        NetworkEventKind(
            id: NetworkEventID.lifecycle.rawValue,
            callback: NetworkEventCallback(
                pointer: unsafeBitCast(
                    lifecycleChanged as LifecycleCallback, to: virConnectNetworkEventGenericCallback.self)))
    }
}

private typealias LifecycleCallback =
    @convention(c) (OpaquePointer?, OpaquePointer?, Int32, Int32, UnsafeMutableRawPointer?) -> Void

private func lifecycleChanged(
    _: OpaquePointer?, network: OpaquePointer?, event: Int32, _: Int32, opaque: UnsafeMutableRawPointer?
) {
    Registrations.deliver(network, NetworkKind.self, NetworkLifecycleEventType(rawValue: event), to: opaque)
}
