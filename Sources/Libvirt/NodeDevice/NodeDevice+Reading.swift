internal import CLibvirt

extension NodeDeviceReference {
    /// The name of the device that it hangs on; `nil` for the one at the root, the computer itself.
    ///
    /// libvirt: [`virNodeDeviceGetParent`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceGetParent)
    public var parent: String? {
        get async throws {
            try await handle.call { device in
                if let parent = virNodeDeviceGetParent(device) { return String(cString: parent) }
                let error = LibvirtError.last(call: "virNodeDeviceGetParent") { NodeDeviceKind.describe(device) }
                // Drivers inside this process call it an internal error to have no parent, a daemon calls it nothing.
                guard error.code == .internalError else { throw error }
                return nil
            }
        }
    }

    /// What the device is, as libvirt names it, such as `pci` or `net`.
    ///
    /// libvirt: [`virNodeDeviceListCaps`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceListCaps)
    public func capabilities() async throws -> [String] {
        try await handle.names(
            counting: ("virNodeDeviceNumOfCaps", { virNodeDeviceNumOfCaps($0) }),
            listing: ("virNodeDeviceListCaps", { virNodeDeviceListCaps($0, $1, $2) }))
    }

    /// The device's description.
    ///
    /// - Returns: A `<device>` document.
    /// - Throws: ``LibvirtError`` with code `noNodeDevice` when it is gone.
    ///
    /// libvirt: [`virNodeDeviceGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceGetXMLDesc)
    public func xml() async throws -> String {
        try await handle.string("virNodeDeviceGetXMLDesc") { virNodeDeviceGetXMLDesc($0, 0) }
    }

    /// Whether the device is there now, not only defined.
    ///
    /// libvirt: [`virNodeDeviceIsActive`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceIsActive)
    public var isActive: Bool {
        get async throws { try await handle.status("virNodeDeviceIsActive") { virNodeDeviceIsActive($0) } == 1 }
    }

    /// Whether the host keeps a definition of the device when it goes.
    ///
    /// libvirt: [`virNodeDeviceIsPersistent`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceIsPersistent)
    public var isPersistent: Bool {
        get async throws { try await handle.status("virNodeDeviceIsPersistent") { virNodeDeviceIsPersistent($0) } == 1 }
    }
}
