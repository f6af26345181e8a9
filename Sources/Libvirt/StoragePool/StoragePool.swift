internal import CLibvirt
public import FoundationEssentials

/// A pool of storage volumes that may be changed.
///
/// ```swift
/// let pool = try await host.storagePool(named: "default")
/// try await pool.refresh()
/// for volume in try await pool.volumes() { print(volume.name, try await volume.info().capacity) }
/// ```
public typealias StoragePool = StoragePoolReference<ReadWrite>

/// A pool of storage volumes that may only be looked at.
public typealias ReadOnlyStoragePool = StoragePoolReference<ReadOnly>

/// A pool of storage volumes: see ``StoragePool`` and ``ReadOnlyStoragePool``.
public struct StoragePoolReference<Mode: Access>: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<StoragePoolKind>
    let registrations: Registrations

    init(_ handle: Handle<StoragePoolKind>, _ registrations: Registrations) {
        self.handle = handle
        self.registrations = registrations
    }

    /// The same pool as seen by somebody who may only look.
    public var readOnly: ReadOnlyStoragePool { ReadOnlyStoragePool(handle, registrations) }

    /// The name.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virStoragePoolGetName`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetName)
    public var name: String {
        (try? handle.withUnsafePointer { String(borrowing: virStoragePoolGetName($0)) }) ?? ""
    }

    /// The UUID.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virStoragePoolGetUUID`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetUUID)
    public var uuid: UUID {
        UUID(writtenBy: { bytes in _ = try? handle.withUnsafePointer { virStoragePoolGetUUID($0, bytes) } })
    }
}

extension StoragePoolReference: Hashable {
    /// Whether both are the same pool: two with one UUID are, over whichever connection.
    public static func == (left: Self, right: Self) -> Bool { left.uuid == right.uuid }
    /// Feeds the UUID to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(uuid) }
}
