internal import CLibvirt
public import Quantities

/// What a storage pool has and has given away.
public struct StoragePoolInfo: Hashable, Sendable {
    /// Whether it can be used.
    public var state: StoragePoolState
    /// How much it could hold in all.
    public var capacity: ByteCount
    /// How much is in use.
    public var allocation: ByteCount
    /// How much is free.
    public var available: ByteCount
}

extension StoragePoolReference {
    /// What the pool has and has given away, as of its last refresh.
    ///
    /// libvirt: [`virStoragePoolGetInfo`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetInfo)
    public func info() async throws -> StoragePoolInfo {
        try await handle.call { pool in
            var info = virStoragePoolInfo()
            try check(virStoragePoolGetInfo(pool, &info), "virStoragePoolGetInfo", StoragePoolKind.describe(pool))
            return StoragePoolInfo(
                state: StoragePoolState(rawValue: info.state), capacity: .bytes(info.capacity),
                allocation: .bytes(info.allocation), available: .bytes(info.available))
        }
    }

    /// The pool's definition as libvirt writes it: of the active pool, or of the stored one when it is not active.
    ///
    /// - Parameter options: `.inactive` for the stored definition of an active pool.
    /// - Returns: A `<pool>` document.
    /// - Throws: ``LibvirtError`` with code `noStoragePool` when it is gone.
    ///
    /// libvirt: [`virStoragePoolGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetXMLDesc)
    public func xml(_ options: StoragePoolXMLOptions = []) async throws -> String {
        try await handle.string("virStoragePoolGetXMLDesc") { virStoragePoolGetXMLDesc($0, options.rawValue) }
    }

    /// Whether the pool starts with the host.
    ///
    /// libvirt: [`virStoragePoolGetAutostart`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetAutostart)
    public var isAutostarted: Bool {
        get async throws {
            try await handle.call { pool in
                var isOn: Int32 = 0
                try check(
                    virStoragePoolGetAutostart(pool, &isOn), "virStoragePoolGetAutostart",
                    StoragePoolKind.describe(pool))
                return isOn != 0
            }
        }
    }

    /// Whether the pool is started.
    ///
    /// libvirt: [`virStoragePoolIsActive`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolIsActive)
    public var isActive: Bool {
        get async throws { try await handle.status("virStoragePoolIsActive") { virStoragePoolIsActive($0) } == 1 }
    }

    /// Whether the host keeps the definition when the pool stops.
    ///
    /// libvirt: [`virStoragePoolIsPersistent`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolIsPersistent)
    public var isPersistent: Bool {
        get async throws {
            try await handle.status("virStoragePoolIsPersistent") { virStoragePoolIsPersistent($0) } == 1
        }
    }
}
