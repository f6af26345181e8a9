internal import CLibvirt

extension StoragePoolReference where Mode == ReadWrite {
    /// Makes what the pool stands on: a folder, a partition table, a file system, a volume group.
    ///
    /// The pool must be defined and not started. Formatting takes as long as it takes; it cannot be cancelled.
    /// - Parameter options: Whether what is there already may be overwritten.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the pool is active, `storageProbeFailed` or
    ///   `operationFailed` when `.noOverwrite` finds something there.
    ///
    /// libvirt: [`virStoragePoolBuild`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolBuild)
    public func build(_ options: StoragePoolBuildOptions = []) async throws {
        try await handle.status("virStoragePoolBuild", lane: .long) { virStoragePoolBuild($0, options.rawValue) }
    }

    /// Starts the pool and looks which volumes it has.
    ///
    /// - Parameter options: Whether to build it first.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it is active already, `systemError` or
    ///   `internalError` when what it stands on is not there.
    ///
    /// libvirt: [`virStoragePoolCreate`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolCreate)
    public func start(_ options: StoragePoolStartOptions = []) async throws {
        try await handle.status("virStoragePoolCreate", lane: .long) { virStoragePoolCreate($0, options.rawValue) }
    }

    /// Stops the pool; the volumes and their data stay.
    ///
    /// A transient pool is gone afterwards.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it is not active, `internalError` while volumes
    ///   are being made.
    ///
    /// libvirt: [`virStoragePoolDestroy`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolDestroy)
    public func stop() async throws {
        try await handle.status("virStoragePoolDestroy") { virStoragePoolDestroy($0) }
    }

    /// Looks anew which volumes there are and how large they are.
    ///
    /// Takes as long as the storage needs, such as for a folder of many images.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it is not active.
    ///
    /// libvirt: [`virStoragePoolRefresh`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolRefresh)
    public func refresh() async throws {
        try await handle.status("virStoragePoolRefresh", lane: .long) { virStoragePoolRefresh($0, 0) }
    }

    /// Destroys what the pool stands on, such as its folder; the definition stays.
    ///
    /// The data of its volumes is lost. The pool must not be active.
    /// - Parameter options: Whether the data is overwritten first.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it is active, `systemError` when a folder is not
    ///   empty.
    ///
    /// libvirt: [`virStoragePoolDelete`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolDelete)
    public func delete(_ options: StoragePoolDeleteOptions = []) async throws {
        try await handle.status("virStoragePoolDelete", lane: .long) { virStoragePoolDelete($0, options.rawValue) }
    }

    /// Removes the definition from the host; the data stays.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the pool is active.
    ///
    /// libvirt: [`virStoragePoolUndefine`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolUndefine)
    public func undefine() async throws {
        try await handle.status("virStoragePoolUndefine") { virStoragePoolUndefine($0) }
    }

    /// Chooses whether the pool starts with the host.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` or `internalError` for a transient pool.
    ///
    /// libvirt: [`virStoragePoolSetAutostart`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolSetAutostart)
    public func setAutostart(_ isOn: Bool) async throws {
        try await handle.status("virStoragePoolSetAutostart") { virStoragePoolSetAutostart($0, isOn ? 1 : 0) }
    }
}
