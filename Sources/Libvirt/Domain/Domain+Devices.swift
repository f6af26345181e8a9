internal import CLibvirt

extension DomainReference where Mode == ReadWrite {
    /// Adds a device.
    ///
    /// A running domain gets it plugged in at once; whether the guest uses it is up to the guest.
    /// - Parameters:
    ///   - xml: The device's element, such as `<disk>` or `<interface>`.
    ///   - options: Where to add it: `.live` to the running domain, `.config` to the stored definition; the default is
    ///     the one that applies now.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when it does not run, `configUnsupported`
    ///   for a device that this domain cannot take.
    ///
    /// libvirt: [`virDomainAttachDeviceFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAttachDeviceFlags)
    public func attachDevice(_ xml: String, _ options: DomainDeviceModifyOptions = []) async throws {
        try await handle.status("virDomainAttachDeviceFlags") { domain in
            try xml.withCheckedCString { virDomainAttachDeviceFlags(domain, $0, options.rawValue) }
        }
    }

    /// Changes a device in place, such as the medium in a CD drive or the link of a network interface.
    ///
    /// - Parameters:
    ///   - xml: The device's whole element as it is to be.
    ///   - options: Where to change it; `.force` throws a medium out that the guest has locked.
    /// - Throws: ``LibvirtError`` with code `operationUnsupported` for a change that cannot be made in place.
    ///
    /// libvirt: [`virDomainUpdateDeviceFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainUpdateDeviceFlags)
    public func updateDevice(_ xml: String, _ options: DomainDeviceModifyOptions = []) async throws {
        try await handle.status("virDomainUpdateDeviceFlags") { domain in
            try xml.withCheckedCString { virDomainUpdateDeviceFlags(domain, $0, options.rawValue) }
        }
    }

    /// Removes the device that the element describes.
    ///
    /// A running guest is asked to let the device go, and may do so after this returns: the device is gone when the
    /// event for a removed device arrives.
    /// - Parameters:
    ///   - xml: The device's element, or enough of it to tell the device from others.
    ///   - options: Where to remove it.
    /// - Throws: ``LibvirtError`` with code `deviceMissing` when there is no such device.
    ///
    /// libvirt: [`virDomainDetachDeviceFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDetachDeviceFlags)
    public func detachDevice(_ xml: String, _ options: DomainDeviceModifyOptions = []) async throws {
        try await handle.status("virDomainDetachDeviceFlags") { domain in
            try xml.withCheckedCString { virDomainDetachDeviceFlags(domain, $0, options.rawValue) }
        }
    }

    /// Removes the device with that alias, and returns once a running guest was asked to let it go.
    ///
    /// - Parameters:
    ///   - alias: libvirt's name of the device, such as `net0`, or one that the definition gives it, such as `ua-data`.
    ///   - options: Where to remove it.
    /// - Throws: ``LibvirtError`` when there is no such device.
    ///
    /// libvirt: [`virDomainDetachDeviceAlias`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDetachDeviceAlias)
    public func detachDevice(alias: String, _ options: DomainDeviceModifyOptions = []) async throws {
        try await handle.status("virDomainDetachDeviceAlias") { domain in
            try alias.withCheckedCString { virDomainDetachDeviceAlias(domain, $0, options.rawValue) }
        }
    }
}
