internal import CLibvirt

/// A storage volume that may be changed.
///
/// ```swift
/// let volume = try await pool.volume(named: "disk.img")
/// try await volume.resize(to: .gibibytes(20))
/// try await volume.download(to: "/backup/disk.img", .sparseStream)
/// ```
public typealias StorageVolume = StorageVolumeReference<ReadWrite>

/// A storage volume that may only be looked at.
public typealias ReadOnlyStorageVolume = StorageVolumeReference<ReadOnly>

/// A storage volume: see ``StorageVolume`` and ``ReadOnlyStorageVolume``.
public struct StorageVolumeReference<Mode: Access>: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<StorageVolumeKind>
    let registrations: Registrations

    init(_ handle: Handle<StorageVolumeKind>, _ registrations: Registrations) {
        self.handle = handle
        self.registrations = registrations
    }

    /// The same volume as seen by somebody who may only look.
    public var readOnly: ReadOnlyStorageVolume { ReadOnlyStorageVolume(handle, registrations) }

    /// The name, which no other volume of the pool has.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virStorageVolGetName`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetName)
    public var name: String {
        (try? handle.withUnsafePointer { String(borrowing: virStorageVolGetName($0)) }) ?? ""
    }

    /// The key, which no other volume of the host has; of a file, its path.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virStorageVolGetKey`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetKey)
    public var key: String {
        (try? handle.withUnsafePointer { String(borrowing: virStorageVolGetKey($0)) }) ?? ""
    }
}

extension StorageVolumeReference: Hashable {
    /// Whether both have one key and came over one connection: keys are unique only on their host.
    public static func == (left: Self, right: Self) -> Bool {
        left.registrations === right.registrations && left.key == right.key
    }
    /// Feeds the key to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
