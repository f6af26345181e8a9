internal import CLibvirt

extension StoragePoolReference {
    /// All volumes that the pool knew at its last refresh, with one call.
    ///
    /// - Returns: The volumes, in no particular order; an empty pool is no error.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the pool is not active.
    ///
    /// libvirt: [`virStoragePoolListAllVolumes`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolListAllVolumes)
    public func volumes() async throws -> [StorageVolumeReference<Mode>] {
        try await handle.list("virStoragePoolListAllVolumes") {
            virStoragePoolListAllVolumes($0, $1, 0)
        } as: {
            StorageVolumeReference($0, registrations)
        }
    }

    /// How many volumes the pool knew at its last refresh, without listing them.
    ///
    /// libvirt: [`virStoragePoolNumOfVolumes`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolNumOfVolumes)
    public var volumeCount: Int {
        get async throws {
            Int(try await handle.status("virStoragePoolNumOfVolumes") { virStoragePoolNumOfVolumes($0) })
        }
    }

    /// The pool's volume of that name.
    ///
    /// - Throws: ``LibvirtError`` with code `noStorageVolume` when there is none, `operationInvalid` when the pool is
    ///   not active.
    ///
    /// libvirt: [`virStorageVolLookupByName`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolLookupByName)
    public func volume(named name: String) async throws -> StorageVolumeReference<Mode> {
        let handle: Handle<StorageVolumeKind> = try await handle.lookUp(
            "virStorageVolLookupByName", "volume '\(name)'"
        ) { pool in
            try name.withCheckedCString { virStorageVolLookupByName(pool, $0) }
        }
        return StorageVolumeReference(handle, registrations)
    }
}

extension StoragePoolReference where Mode == ReadWrite {
    /// Makes a volume in the pool, which must be active.
    ///
    /// Takes long where the storage is reserved in full; it cannot be cancelled.
    /// - Parameters:
    ///   - xml: The whole `<volume>` document.
    ///   - options: Such as reserving the image's metadata.
    /// - Returns: The new volume.
    /// - Throws: ``LibvirtError`` with code `storageVolumeExists` when the name is taken, `xmlError` or `xmlDetail` for
    ///   a document that libvirt cannot read, `operationInvalid` when the pool is not active.
    ///
    /// libvirt: [`virStorageVolCreateXML`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolCreateXML)
    public func createVolume(_ xml: String, _ options: StorageVolumeCreateOptions = []) async throws -> StorageVolume {
        let handle: Handle<StorageVolumeKind> = try await handle.object("virStorageVolCreateXML", lane: .long) { pool in
            try xml.withCheckedCString { virStorageVolCreateXML(pool, $0, options.rawValue) }
        }
        return StorageVolume(handle, registrations)
    }

    /// Makes a volume in the pool with the data of another, which may be in another pool of the same host.
    ///
    /// Copies all the data, unless `.reflink` lets the file system share it; it cannot be cancelled. Both pools must be
    /// active, and nothing may write to the source meanwhile.
    /// - Parameters:
    ///   - xml: The whole `<volume>` document of the new volume; its format may differ from the source's.
    ///   - source: The volume to copy.
    ///   - options: Such as sharing the data.
    /// - Returns: The new volume.
    /// - Throws: ``LibvirtError`` with code `storageVolumeExists` when the name is taken, `operationInvalid` when a pool
    ///   is not active.
    ///
    /// libvirt: [`virStorageVolCreateXMLFrom`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolCreateXMLFrom)
    public func createVolume(
        _ xml: String, cloning source: StorageVolume, _ options: StorageVolumeCreateOptions = []
    ) async throws -> StorageVolume {
        let handle: Handle<StorageVolumeKind> = try await handle.object(
            "virStorageVolCreateXMLFrom", lane: .long
        ) { pool in
            try source.handle.withUnsafePointer { source in
                try xml.withCheckedCString { virStorageVolCreateXMLFrom(pool, $0, source, options.rawValue) }
            }
        }
        return StorageVolume(handle, registrations)
    }
}
