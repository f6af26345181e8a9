internal import CLibvirt
public import Quantities

extension StorageVolumeReference where Mode == ReadWrite {
    /// Deletes the volume, and its data with it.
    ///
    /// libvirt does not look whether a domain uses it.
    /// - Parameter options: Whether the data is overwritten first.
    /// - Throws: ``LibvirtError`` with code `noStorageVolume` when it is gone, `operationInvalid` while it is being made
    ///   or copied from.
    ///
    /// libvirt: [`virStorageVolDelete`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolDelete)
    public func delete(_ options: StorageVolumeDeleteOptions = []) async throws {
        try await handle.status("virStorageVolDelete", lane: .long) { virStorageVolDelete($0, options.rawValue) }
    }

    /// Gives the volume a new capacity.
    ///
    /// No domain may use it: for the disk of a running one, resize the disk instead. Takes long with `.allocate`; it
    /// cannot be cancelled.
    /// - Parameters:
    ///   - capacity: The new capacity; only with `.shrink` a smaller one than now, and what is beyond it is lost.
    ///   - options: Not `.delta`: for that see ``grow(by:_:)`` and ``shrink(by:_:)``.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for a smaller capacity without `.shrink`,
    ///   `operationFailed` when the pool has not enough room.
    ///
    /// libvirt: [`virStorageVolResize`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolResize)
    public func resize(to capacity: ByteCount, _ options: StorageVolumeResizeOptions = []) async throws {
        guard !options.contains(.delta) else {
            throw LibvirtError(
                code: .invalidArgument, message: "the capacity to resize to cannot be a difference",
                call: "virStorageVolResize", subject: handle.subject, hint: "use grow(by:) or shrink(by:)")
        }
        try await setCapacity(capacity, options)
    }

    /// Makes the volume larger; see ``resize(to:_:)``.
    ///
    /// libvirt: [`virStorageVolResize`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolResize)
    public func grow(by difference: ByteCount, _ options: StorageVolumeResizeOptions = []) async throws {
        try await setCapacity(difference, options.union(.delta).subtracting(.shrink))
    }

    /// Makes the volume smaller; what is beyond the new end is lost.
    ///
    /// See ``resize(to:_:)``.
    ///
    /// libvirt: [`virStorageVolResize`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolResize)
    public func shrink(by difference: ByteCount, _ options: StorageVolumeResizeOptions = []) async throws {
        try await setCapacity(difference, options.union([.delta, .shrink]))
    }

    private func setCapacity(_ capacity: ByteCount, _ options: StorageVolumeResizeOptions) async throws {
        try await handle.status("virStorageVolResize", lane: .long) {
            virStorageVolResize($0, capacity.bytes, options.rawValue)
        }
    }

    /// Overwrites all data of the volume, so that it cannot be read any more.
    ///
    /// Takes as long as writing the whole volume once or more; it cannot be cancelled. What lies below the volume may
    /// keep copies: a file system with snapshots, a disk that spreads its wear.
    /// - Parameter algorithm: What is written and how often; all but `.zero` and `.trim` need the program `scrub` on
    ///   the host.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` while the volume is being made, `operationUnsupported` or
    ///   `internalError` when the host cannot do it in that way.
    ///
    /// libvirt: [`virStorageVolWipePattern`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolWipePattern)
    /// and, for `.zero`,
    /// [`virStorageVolWipe`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolWipe)
    public func wipe(_ algorithm: StorageVolumeWipeAlgorithm = .zero) async throws {
        if algorithm == .zero {
            // The driver for VMware ESX has no other.
            try await handle.status("virStorageVolWipe", lane: .long) { virStorageVolWipe($0, 0) }
        } else {
            try await handle.status("virStorageVolWipePattern", lane: .long) {
                virStorageVolWipePattern($0, UInt32(bitPattern: algorithm.rawValue), 0)
            }
        }
    }
}
