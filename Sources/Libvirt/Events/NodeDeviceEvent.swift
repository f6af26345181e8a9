internal import CLibvirt

/// Something that happened to a node device.
public struct NodeDeviceEvent<Mode: Access, Change: Sendable>: LibvirtEvent {
    /// The node device that it happened to.
    public let nodeDevice: NodeDeviceReference<Mode>
    /// What happened.
    public let change: Change
    /// How many events were lost just before this one, because the consumer was too slow for the buffer.
    public var missed = 0
}

/// A kind of node device event, and what comes with it.
public struct NodeDeviceEventKind<Change: Sendable>: Sendable {
    let id: Int32
    let callback: NodeDeviceEventCallback
}

/// The C callback of one event kind, cast as libvirt's own macro `VIR_NODE_DEVICE_EVENT_CALLBACK` does it.
///
/// Sound: a C function pointer, which libvirt casts back to the signature of the event id that it is registered for.
struct NodeDeviceEventCallback: @unchecked Sendable {
    let pointer: virConnectNodeDeviceEventGenericCallback
}

extension ConnectionReference {
    /// The events of one kind, of one node device or of all.
    ///
    /// ```swift
    /// for try await event in host.nodeDeviceEvents(.lifecycle) { print(event.nodeDevice.name, event.change) }
    /// ```
    /// - Parameters:
    ///   - kind: Which events.
    ///   - nodeDevice: Only of this node device; `nil` for all, also those that come later.
    ///   - buffer: How many events wait for a slow consumer before the oldest is dropped and counted in `missed`.
    /// - Returns: The events; libvirt is asked for them only when an iterator begins to read, or on
    ///   ``EventSequence/subscribe()``, which throws code `noSupport` where the driver has no such events.
    ///
    /// libvirt: [`virConnectNodeDeviceEventRegisterAny`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virConnectNodeDeviceEventRegisterAny)
    public func nodeDeviceEvents<Change>(
        _ kind: NodeDeviceEventKind<Change>, of nodeDevice: NodeDeviceReference<Mode>? = nil, buffer: Int = 1024
    ) -> EventSequence<NodeDeviceEvent<Mode, Change>> {
        let registrations = registrations
        return registrations.objectEvents(
            Registrations.Key(family: .nodeDevice, event: kind.id, subject: nodeDevice?.name ?? ""),
            "virConnectNodeDeviceEventRegisterAny", of: nodeDevice?.handle, buffer: buffer
        ) { (handle: Handle<NodeDeviceKind>, change: Change) in
            NodeDeviceEvent(nodeDevice: NodeDeviceReference(handle, registrations), change: change)
        } register: { connection, nodeDevice, opaque in
            virConnectNodeDeviceEventRegisterAny(
                connection, nodeDevice, kind.id, kind.callback.pointer, opaque, giveBackLent)
        }
    }
}

extension NodeDeviceEventKind where Change == NodeDeviceLifecycleEventType {
    /// Created, deleted, defined, undefined.
    public static var lifecycle: NodeDeviceEventKind {
        // Sound: libvirt casts the pointer back to this signature for this event id.
        NodeDeviceEventKind(
            id: NodeDeviceEventID.lifecycle.rawValue,
            callback: NodeDeviceEventCallback(
                pointer: unsafeBitCast(
                    lifecycleChanged as LifecycleCallback, to: virConnectNodeDeviceEventGenericCallback.self)))
    }
}

private typealias LifecycleCallback =
    @convention(c) (OpaquePointer?, OpaquePointer?, Int32, Int32, UnsafeMutableRawPointer?) -> Void

private func lifecycleChanged(
    _: OpaquePointer?, nodeDevice: OpaquePointer?, event: Int32, _: Int32, opaque: UnsafeMutableRawPointer?
) {
    Registrations.deliver(nodeDevice, NodeDeviceKind.self, NodeDeviceLifecycleEventType(rawValue: event), to: opaque)
}

extension NodeDeviceEventKind where Change == Void {
    /// Changed in what it is or has, such as after a new driver was bound to it.
    public static var updated: NodeDeviceEventKind {
        NodeDeviceEventKind(
            id: NodeDeviceEventID.update.rawValue, callback: NodeDeviceEventCallback(pointer: updatedCallback))
    }
}

private func updatedCallback(_: OpaquePointer?, nodeDevice: OpaquePointer?, opaque: UnsafeMutableRawPointer?) {
    Registrations.deliver(nodeDevice, NodeDeviceKind.self, (), to: opaque)
}
