internal import CLibvirt
public import Quantities

/// What a storage volume is and how large.
public struct StorageVolumeInfo: Hashable, Sendable {
    /// What it is made of.
    public var type: StorageVolumeType
    /// How much its user can put into it.
    public var capacity: ByteCount
    /// How much of the pool it takes; its physical size when that was asked for.
    public var allocation: ByteCount

    /// Asks libvirt.
    ///
    /// Must run where it may block.
    init(of volume: OpaquePointer, _ options: StorageVolumeInfoOptions) throws {
        var info = virStorageVolInfo()
        if options.isEmpty {
            // Every driver with volumes has this one; the one with flags, only libvirt's own storage driver.
            try check(
                virStorageVolGetInfo(volume, &info), "virStorageVolGetInfo", StorageVolumeKind.describe(volume))
        } else {
            try check(
                virStorageVolGetInfoFlags(volume, &info, options.rawValue), "virStorageVolGetInfoFlags",
                StorageVolumeKind.describe(volume))
        }
        type = StorageVolumeType(rawValue: info.type)
        capacity = .bytes(info.capacity)
        allocation = .bytes(info.allocation)
    }
}

extension StorageVolumeReference {
    /// What the volume is and how large.
    ///
    /// - Parameter options: `.physical` for the size of the file or device in place of the space that it takes: they
    ///   differ for a sparse file. Few drivers know it.
    /// - Returns: The type and the sizes.
    /// - Throws: ``LibvirtError`` with code `noStorageVolume` when it is gone, `operationInvalid` when its pool is not
    ///   active.
    ///
    /// libvirt: [`virStorageVolGetInfo`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetInfo),
    /// [`virStorageVolGetInfoFlags`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetInfoFlags)
    public func info(_ options: StorageVolumeInfoOptions = []) async throws -> StorageVolumeInfo {
        try await handle.call { try StorageVolumeInfo(of: $0, options) }
    }

    /// The volume's description as libvirt writes it, a `<volume>` document.
    ///
    /// libvirt: [`virStorageVolGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetXMLDesc)
    public func xml() async throws -> String {
        try await handle.string("virStorageVolGetXMLDesc") { virStorageVolGetXMLDesc($0, 0) }
    }

    /// Where the volume is on its host: what a domain's definition names as the source of a disk.
    ///
    /// libvirt: [`virStorageVolGetPath`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetPath)
    public var path: String {
        get async throws { try await handle.string("virStorageVolGetPath") { virStorageVolGetPath($0) } }
    }

    /// The pool that the volume belongs to.
    ///
    /// libvirt: [`virStoragePoolLookupByVolume`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByVolume)
    public var pool: StoragePoolReference<Mode> {
        get async throws {
            let handle: Handle<StoragePoolKind> = try await handle.object("virStoragePoolLookupByVolume") {
                virStoragePoolLookupByVolume($0)
            }
            return StoragePoolReference(handle, registrations)
        }
    }
}

extension ConnectionReference {
    /// The volume with that key, in whichever active pool.
    ///
    /// - Throws: ``LibvirtError`` with code `noStorageVolume` when there is none.
    ///
    /// libvirt: [`virStorageVolLookupByKey`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolLookupByKey)
    public func storageVolume(key: String) async throws -> StorageVolumeReference<Mode> {
        let handle: Handle<StorageVolumeKind> = try await handle.lookUp(
            "virStorageVolLookupByKey", "volume with key '\(key)'"
        ) { connection in
            try key.withCheckedCString { virStorageVolLookupByKey(connection, $0) }
        }
        return StorageVolumeReference(handle, registrations)
    }

    /// The volume at that path of the host, in whichever active pool.
    ///
    /// - Throws: ``LibvirtError`` with code `noStorageVolume` when no pool knows the path.
    ///
    /// libvirt: [`virStorageVolLookupByPath`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolLookupByPath)
    public func storageVolume(path: String) async throws -> StorageVolumeReference<Mode> {
        let handle: Handle<StorageVolumeKind> = try await handle.lookUp(
            "virStorageVolLookupByPath", "volume '\(path)'"
        ) { connection in
            try path.withCheckedCString { virStorageVolLookupByPath(connection, $0) }
        }
        return StorageVolumeReference(handle, registrations)
    }
}
