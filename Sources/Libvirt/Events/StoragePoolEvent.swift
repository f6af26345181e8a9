internal import CLibvirt
internal import FoundationEssentials

/// Something that happened to a storage pool.
public struct StoragePoolEvent<Mode: Access, Change: Sendable>: LibvirtEvent {
    /// The pool that it happened to.
    public let pool: StoragePoolReference<Mode>
    /// What happened.
    public let change: Change
    /// How many events were lost just before this one, because the consumer was too slow for the buffer.
    public var missed = 0
}

/// A kind of storage pool event, and what comes with it.
public struct StoragePoolEventKind<Change: Sendable>: Sendable {
    let id: StoragePoolEventID
    let callback: StoragePoolEventCallback
}

/// The C callback of one event kind, cast as libvirt's own macro `VIR_STORAGE_POOL_EVENT_CALLBACK` does it.
///
/// Sound: a C function pointer, which libvirt casts back to the signature of the event id that it is registered for.
struct StoragePoolEventCallback: @unchecked Sendable {
    let pointer: virConnectStoragePoolEventGenericCallback
}

extension ConnectionReference {
    /// The events of one kind, of one storage pool or of all.
    ///
    /// ```swift
    /// for try await event in host.storagePoolEvents(.refresh) { print(event.pool.name, "has other volumes") }
    /// ```
    /// - Parameters:
    ///   - kind: Which events.
    ///   - pool: Only of this pool; `nil` for all, also those that come later.
    ///   - buffer: How many events wait for a slow consumer before the oldest is dropped and counted in `missed`.
    /// - Returns: The events; libvirt is asked for them only when an iterator begins to read, or on
    ///   ``EventSequence/subscribe()``, which throws code `noSupport` where the driver has no such events.
    ///
    /// libvirt: [`virConnectStoragePoolEventRegisterAny`](https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectStoragePoolEventRegisterAny)
    public func storagePoolEvents<Change>(
        _ kind: StoragePoolEventKind<Change>, of pool: StoragePoolReference<Mode>? = nil, buffer: Int = 1024
    ) -> EventSequence<StoragePoolEvent<Mode, Change>> {
        let registrations = registrations
        return registrations.objectEvents(
            Registrations.Key(family: .storagePool, event: kind.id.rawValue, subject: pool?.uuid.uuidString ?? ""),
            "virConnectStoragePoolEventRegisterAny", of: pool?.handle, buffer: buffer
        ) { (handle: Handle<StoragePoolKind>, change: Change) in
            StoragePoolEvent(pool: StoragePoolReference(handle, registrations), change: change)
        } register: { connection, pool, opaque in
            virConnectStoragePoolEventRegisterAny(
                connection, pool, kind.id.rawValue, kind.callback.pointer, opaque, giveBackLent)
        }
    }
}

extension StoragePoolEventKind where Change == StoragePoolLifecycleEventType {
    /// Defined, created, started, stopped, deleted, undefined.
    public static var lifecycle: StoragePoolEventKind {
        // Sound: libvirt casts the pointer back to this signature for this event id.
        StoragePoolEventKind(
            id: .lifecycle,
            callback: StoragePoolEventCallback(
                pointer: unsafeBitCast(
                    lifecycleChanged as LifecycleCallback, to: virConnectStoragePoolEventGenericCallback.self)))
    }
}

extension StoragePoolEventKind where Change == Void {
    /// The pool has looked anew at its volumes: which there are, or their sizes, may have changed.
    public static var refresh: StoragePoolEventKind {
        StoragePoolEventKind(id: .refresh, callback: StoragePoolEventCallback(pointer: wasRefreshed))
    }
}

private typealias LifecycleCallback =
    @convention(c) (OpaquePointer?, OpaquePointer?, Int32, Int32, UnsafeMutableRawPointer?) -> Void

private func lifecycleChanged(
    _: OpaquePointer?, pool: OpaquePointer?, event: Int32, _: Int32, opaque: UnsafeMutableRawPointer?
) {
    Registrations.deliver(pool, StoragePoolKind.self, StoragePoolLifecycleEventType(rawValue: event), to: opaque)
}

private func wasRefreshed(_: OpaquePointer?, pool: OpaquePointer?, opaque: UnsafeMutableRawPointer?) {
    Registrations.deliver(pool, StoragePoolKind.self, (), to: opaque)
}
