internal import CLibvirt

/// Handing a device of the host to a guest and back, which only PCI devices need.
extension NodeDeviceReference where Mode == ReadWrite {
    /// Takes the device from the host's own driver, so that a guest can have it.
    ///
    /// A definition with `managed='yes'` does this by itself when the guest starts.
    /// - Parameter driver: The driver that holds it meanwhile, such as `vfio`; `nil` for the hypervisor's choice.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when it is no PCI device, `argumentUnsupported` for an
    ///   unknown driver or a host without VFIO, `operationInvalid` while a guest has it.
    ///
    /// libvirt: [`virNodeDeviceDetachFlags`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceDetachFlags)
    public func detach(driver: String? = nil) async throws {
        try await handle.status("virNodeDeviceDetachFlags") { device in
            try driver.withCheckedCString { virNodeDeviceDetachFlags(device, $0, 0) }
        }
    }

    /// Gives the device back to the host's own driver.
    ///
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when it is no PCI device, `operationInvalid` while a guest
    ///   has it.
    ///
    /// libvirt: [`virNodeDeviceReAttach`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceReAttach)
    public func reattach() async throws {
        try await handle.status("virNodeDeviceReAttach") { virNodeDeviceReAttach($0) }
    }

    /// Resets the device, so that nothing of its last user is left in it.
    ///
    /// The device must be detached from the host before.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when it is no PCI device, `internalError` when it can only be
    ///   reset together with others that are in use.
    ///
    /// libvirt: [`virNodeDeviceReset`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceReset)
    public func reset() async throws {
        try await handle.status("virNodeDeviceReset") { virNodeDeviceReset($0) }
    }
}
