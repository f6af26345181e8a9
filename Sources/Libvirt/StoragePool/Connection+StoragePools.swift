internal import CLibvirt
public import FoundationEssentials

extension ConnectionReference {
    /// All storage pools that the options let through, with one call.
    ///
    /// - Parameter options: Which ones; the default is all, active or not.
    /// - Returns: The pools, in no particular order; a host without any is no error.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no storage.
    ///
    /// libvirt: [`virConnectListAllStoragePools`](https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectListAllStoragePools)
    public func storagePools(_ options: StoragePoolListOptions = []) async throws -> [StoragePoolReference<Mode>] {
        try await handle.list("virConnectListAllStoragePools") {
            virConnectListAllStoragePools($0, $1, options.rawValue)
        } as: {
            StoragePoolReference($0, registrations)
        }
    }

    /// The storage pool of that name.
    ///
    /// - Throws: ``LibvirtError`` with code `noStoragePool` when there is none.
    ///
    /// libvirt: [`virStoragePoolLookupByName`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByName)
    public func storagePool(named name: String) async throws -> StoragePoolReference<Mode> {
        try await storagePool("virStoragePoolLookupByName", "pool '\(name)'") { connection in
            try name.withCheckedCString { virStoragePoolLookupByName(connection, $0) }
        }
    }

    /// The storage pool with that UUID.
    ///
    /// - Throws: ``LibvirtError`` with code `noStoragePool` when there is none.
    ///
    /// libvirt: [`virStoragePoolLookupByUUID`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByUUID)
    public func storagePool(uuid: UUID) async throws -> StoragePoolReference<Mode> {
        try await storagePool("virStoragePoolLookupByUUID", "pool \(uuid)") { connection in
            uuid.withUnsafeBytes { virStoragePoolLookupByUUID(connection, $0) }
        }
    }

    /// The active storage pool whose volumes stand in that folder.
    ///
    /// - Throws: ``LibvirtError`` with code `noStoragePool` when there is none.
    ///
    /// libvirt: [`virStoragePoolLookupByTargetPath`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByTargetPath)
    public func storagePool(targetPath path: String) async throws -> StoragePoolReference<Mode> {
        try await storagePool("virStoragePoolLookupByTargetPath", "pool of '\(path)'") { connection in
            try path.withCheckedCString { virStoragePoolLookupByTargetPath(connection, $0) }
        }
    }

    /// Which kinds of pools and volumes the host can have, as libvirt's `<storagepoolCapabilities>` document.
    ///
    /// libvirt: [`virConnectGetStoragePoolCapabilities`](https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectGetStoragePoolCapabilities)
    public var storagePoolCapabilities: String {
        get async throws {
            try await handle.string("virConnectGetStoragePoolCapabilities") {
                virConnectGetStoragePoolCapabilities($0, 0)
            }
        }
    }

    private func storagePool(
        _ call: StaticString, _ subject: String, _ body: @escaping @Sendable (OpaquePointer) throws -> OpaquePointer?
    ) async throws -> StoragePoolReference<Mode> {
        StoragePoolReference(try await handle.lookUp(call, subject, body), registrations)
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Keeps a pool's definition on the host, without starting it; one with the same UUID and name is replaced.
    ///
    /// - Parameters:
    ///   - xml: The whole `<pool>` document.
    ///   - options: Such as checking it against libvirt's schema first.
    /// - Returns: The pool that now has this definition.
    /// - Throws: ``LibvirtError`` with code `xmlError` or `xmlDetail` for a document that libvirt cannot read,
    ///   `operationFailed` when another pool has the name, the UUID or the storage. Nothing is changed then.
    ///
    /// libvirt: [`virStoragePoolDefineXML`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolDefineXML)
    public func defineStoragePool(
        _ xml: String, _ options: StoragePoolDefineOptions = []
    ) async throws -> StoragePool {
        let handle: Handle<StoragePoolKind> = try await handle.object("virStoragePoolDefineXML") { connection in
            try xml.withCheckedCString { virStoragePoolDefineXML(connection, $0, options.rawValue) }
        }
        return StoragePool(handle, registrations)
    }

    /// Starts a pool that the host forgets when it stops (a transient pool).
    ///
    /// - Parameters:
    ///   - xml: The whole `<pool>` document.
    ///   - options: Whether to build it first.
    /// - Returns: The pool, for as long as it is active.
    /// - Throws: ``LibvirtError`` as for ``defineStoragePool(_:_:)`` and ``StoragePoolReference/start(_:)``; nothing is
    ///   left behind then.
    ///
    /// libvirt: [`virStoragePoolCreateXML`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolCreateXML)
    public func createTransientStoragePool(
        _ xml: String, _ options: StoragePoolStartOptions = []
    ) async throws -> StoragePool {
        let handle: Handle<StoragePoolKind> = try await handle.object(
            "virStoragePoolCreateXML", lane: .long
        ) { connection in
            try xml.withCheckedCString { virStoragePoolCreateXML(connection, $0, options.rawValue) }
        }
        return StoragePool(handle, registrations)
    }

    /// Looks for storage from which pools of one type could be made, such as the exports of an NFS server.
    ///
    /// May ask other machines; libvirt itself allows it only to those who may change things.
    /// - Parameters:
    ///   - type: The type of pool, such as `netfs`, `logical` or `iscsi`.
    ///   - specification: A `<source>` document that says where to look; `nil` where the type needs none.
    /// - Returns: A `<sources>` document.
    /// - Throws: ``LibvirtError`` with code `noSupport` or `invalidArgument` for a type whose sources cannot be looked for.
    ///
    /// libvirt: [`virConnectFindStoragePoolSources`](https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectFindStoragePoolSources)
    public func findStoragePoolSources(type: String, specification: String? = nil) async throws -> String {
        try await handle.string("virConnectFindStoragePoolSources", lane: .long) { connection in
            try type.withCheckedCString { type in
                try specification.withCheckedCString { virConnectFindStoragePoolSources(connection, type, $0, 0) }
            }
        }
    }
}
