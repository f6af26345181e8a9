internal import CLibvirt
internal import FoundationEssentials

/// Something that happened to a secret.
public struct SecretEvent<Mode: Access, Change: Sendable>: LibvirtEvent {
    /// The secret that it happened to.
    public let secret: SecretReference<Mode>
    /// What happened.
    public let change: Change
    /// How many events were lost just before this one, because the consumer was too slow for the buffer.
    public var missed = 0
}

/// A kind of secret event, and what comes with it.
public struct SecretEventKind<Change: Sendable>: Sendable {
    let id: Int32
    let callback: SecretEventCallback
}

/// The C callback of one event kind, cast as libvirt's own macro `VIR_SECRET_EVENT_CALLBACK` does it.
///
/// Sound: a C function pointer, which libvirt casts back to the signature of the event id that it is registered for.
struct SecretEventCallback: @unchecked Sendable {
    let pointer: virConnectSecretEventGenericCallback
}

extension ConnectionReference {
    /// The events of one kind, of one secret or of all.
    ///
    /// ```swift
    /// for try await event in host.secretEvents(.lifecycle) { print(event.secret.uuid, event.change) }
    /// ```
    /// - Parameters:
    ///   - kind: Which events.
    ///   - secret: Only of this secret; `nil` for all, also those that come later.
    ///   - buffer: How many events wait for a slow consumer before the oldest is dropped and counted in `missed`.
    /// - Returns: The events; libvirt is asked for them only when an iterator begins to read, or on
    ///   ``EventSequence/subscribe()``, which throws code `noSupport` where the driver has no such events.
    ///
    /// libvirt: [`virConnectSecretEventRegisterAny`](https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectSecretEventRegisterAny)
    public func secretEvents<Change>(
        _ kind: SecretEventKind<Change>, of secret: SecretReference<Mode>? = nil, buffer: Int = 1024
    ) -> EventSequence<SecretEvent<Mode, Change>> {
        let registrations = registrations
        return registrations.objectEvents(
            Registrations.Key(family: .secret, event: kind.id, subject: secret?.uuid.uuidString ?? ""),
            "virConnectSecretEventRegisterAny", of: secret?.handle, buffer: buffer
        ) { (handle: Handle<SecretKind>, change: Change) in
            SecretEvent(secret: SecretReference(handle, registrations), change: change)
        } register: { connection, secret, opaque in
            virConnectSecretEventRegisterAny(
                connection, secret, kind.id, kind.callback.pointer, opaque, giveBackLent)
        }
    }
}

extension SecretEventKind where Change == SecretLifecycleEventType {
    /// Defined, undefined.
    public static var lifecycle: SecretEventKind {
        // Sound: libvirt casts the pointer back to this signature for this event id.
        SecretEventKind(
            id: SecretEventID.lifecycle.rawValue,
            callback: SecretEventCallback(
                pointer: unsafeBitCast(
                    lifecycleChanged as LifecycleCallback, to: virConnectSecretEventGenericCallback.self)))
    }
}

private typealias LifecycleCallback =
    @convention(c) (OpaquePointer?, OpaquePointer?, Int32, Int32, UnsafeMutableRawPointer?) -> Void

private func lifecycleChanged(
    _: OpaquePointer?, secret: OpaquePointer?, event: Int32, _: Int32, opaque: UnsafeMutableRawPointer?
) {
    Registrations.deliver(secret, SecretKind.self, SecretLifecycleEventType(rawValue: event), to: opaque)
}

extension SecretEventKind where Change == Void {
    /// Given a value.
    public static var valueChanged: SecretEventKind {
        SecretEventKind(
            id: SecretEventID.valueChanged.rawValue, callback: SecretEventCallback(pointer: valueChangedCallback))
    }
}

private func valueChangedCallback(_: OpaquePointer?, secret: OpaquePointer?, opaque: UnsafeMutableRawPointer?) {
    Registrations.deliver(secret, SecretKind.self, (), to: opaque)
}
