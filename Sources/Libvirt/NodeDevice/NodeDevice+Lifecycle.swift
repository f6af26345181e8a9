internal import CLibvirt

/// Virtual devices: mediated devices and virtual host bus adapters.
extension NodeDeviceReference where Mode == ReadWrite {
    /// Makes a defined device appear on the host.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it is there already, `noSupport` where the driver
    ///   keeps no definitions of devices.
    ///
    /// libvirt: [`virNodeDeviceCreate`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceCreate)
    public func start() async throws {
        try await handle.status("virNodeDeviceCreate") { virNodeDeviceCreate($0, 0) }
    }

    /// Makes a virtual device disappear from the host; its definition, if there is one, stays.
    ///
    /// - Throws: ``LibvirtError`` with code `configUnsupported` for a device that is not virtual.
    ///
    /// libvirt: [`virNodeDeviceDestroy`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceDestroy)
    public func stop() async throws {
        try await handle.status("virNodeDeviceDestroy") { virNodeDeviceDestroy($0) }
    }

    /// Removes the device's definition from the host; a device that is there stays until it is stopped.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for a device without a definition, `noSupport` where the
    ///   driver keeps none.
    ///
    /// libvirt: [`virNodeDeviceUndefine`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceUndefine)
    public func undefine() async throws {
        try await handle.status("virNodeDeviceUndefine") { virNodeDeviceUndefine($0, 0) }
    }

    /// Whether the device starts with the host.
    ///
    /// libvirt refuses to say so on connections that only look.
    ///
    /// libvirt: [`virNodeDeviceGetAutostart`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceGetAutostart)
    public var isAutostarted: Bool {
        get async throws {
            try await handle.call { device in
                var isOn: Int32 = 0
                try check(
                    virNodeDeviceGetAutostart(device, &isOn), "virNodeDeviceGetAutostart",
                    NodeDeviceKind.describe(device))
                return isOn != 0
            }
        }
    }

    /// Chooses whether a defined device starts with the host, or as soon as its parent is there.
    ///
    /// - Throws: ``LibvirtError`` with code `operationUnsupported` for a kind of device that has no definitions,
    ///   `operationInvalid` for one without a definition, `noSupport` where the driver keeps none.
    ///
    /// libvirt: [`virNodeDeviceSetAutostart`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceSetAutostart)
    public func setAutostart(_ isOn: Bool) async throws {
        try await handle.status("virNodeDeviceSetAutostart") { virNodeDeviceSetAutostart($0, isOn ? 1 : 0) }
    }
}
