internal import CLibvirt

extension ConnectionReference {
    /// All devices of the host that the options let through, with one call.
    ///
    /// - Parameter options: Which capabilities, and whether active or only defined; the default is all.
    /// - Returns: The devices, in no particular order.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver does not look at the host's devices.
    ///
    /// libvirt: [`virConnectListAllNodeDevices`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virConnectListAllNodeDevices)
    public func nodeDevices(_ options: NodeDeviceListOptions = []) async throws -> [NodeDeviceReference<Mode>] {
        try await handle.list("virConnectListAllNodeDevices") {
            virConnectListAllNodeDevices($0, $1, options.rawValue)
        } as: {
            NodeDeviceReference($0, registrations)
        }
    }

    /// The device of that name.
    ///
    /// - Throws: ``LibvirtError`` with code `noNodeDevice` when there is none.
    ///
    /// libvirt: [`virNodeDeviceLookupByName`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceLookupByName)
    public func nodeDevice(named name: String) async throws -> NodeDeviceReference<Mode> {
        NodeDeviceReference(
            try await handle.lookUp("virNodeDeviceLookupByName", "device '\(name)'") { connection in
                try name.withCheckedCString { virNodeDeviceLookupByName(connection, $0) }
            }, registrations)
    }

    /// The SCSI host adapter with those world wide names.
    ///
    /// - Parameters:
    ///   - wwnn: The world wide node name, as hexadecimal digits.
    ///   - wwpn: The world wide port name, as hexadecimal digits.
    /// - Returns: The device.
    /// - Throws: ``LibvirtError`` when there is none, with code `internalError`: libvirt itself gives no reason then.
    ///
    /// libvirt: [`virNodeDeviceLookupSCSIHostByWWN`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceLookupSCSIHostByWWN)
    public func scsiHost(wwnn: String, wwpn: String) async throws -> NodeDeviceReference<Mode> {
        let subject = "SCSI host \(wwnn):\(wwpn)"
        return NodeDeviceReference(
            try await handle.lookUp("virNodeDeviceLookupSCSIHostByWWN", subject) { connection in
                try wwnn.withCheckedCString { wwnn in
                    try wwpn.withCheckedCString { virNodeDeviceLookupSCSIHostByWWN(connection, wwnn, $0, 0) }
                }
            }, registrations)
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Makes a virtual device that the host forgets when it is stopped: a mediated device or virtual host bus adapter.
    ///
    /// - Parameters:
    ///   - xml: The whole `<device>` document, whose `<parent>` says where it hangs.
    ///   - options: Such as checking it against libvirt's schema first.
    /// - Returns: The device.
    /// - Throws: ``LibvirtError`` with code `configUnsupported` for a kind of device that cannot be made, and where the parent
    ///   cannot make one.
    ///
    /// libvirt: [`virNodeDeviceCreateXML`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceCreateXML)
    public func createTransientNodeDevice(
        _ xml: String, _ options: NodeDeviceCreateOptions = []
    ) async throws -> NodeDevice {
        let handle: Handle<NodeDeviceKind> = try await handle.object("virNodeDeviceCreateXML") { connection in
            try xml.withCheckedCString { virNodeDeviceCreateXML(connection, $0, options.rawValue) }
        }
        return NodeDevice(handle, registrations)
    }

    /// Keeps a virtual device's definition on the host, without making it: a mediated device.
    ///
    /// - Parameters:
    ///   - xml: The whole `<device>` document.
    ///   - options: Such as checking it against libvirt's schema first.
    /// - Returns: The device, which can be started.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver keeps no definitions of devices,
    ///   `configUnsupported` for a kind of device that has none.
    ///
    /// libvirt: [`virNodeDeviceDefineXML`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceDefineXML)
    public func defineNodeDevice(_ xml: String, _ options: NodeDeviceDefineOptions = []) async throws -> NodeDevice {
        let handle: Handle<NodeDeviceKind> = try await handle.object("virNodeDeviceDefineXML") { connection in
            try xml.withCheckedCString { virNodeDeviceDefineXML(connection, $0, options.rawValue) }
        }
        return NodeDevice(handle, registrations)
    }
}
