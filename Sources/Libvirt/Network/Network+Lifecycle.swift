internal import CLibvirt

extension NetworkReference where Mode == ReadWrite {
    /// Starts the network and returns when guests can use it.
    ///
    /// The network must be defined and inactive. Cancelling the task abandons the wait, not the start.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it is active already, `internalError` when its
    ///   bridge or its addresses are in use elsewhere on the host.
    ///
    /// libvirt: [`virNetworkCreate`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkCreate)
    public func start() async throws {
        try await handle.status("virNetworkCreate") { virNetworkCreate($0) }
    }

    /// Stops the network; guests on it keep running and lose it.
    ///
    /// The definition of a persistent network stays; a transient one is gone afterwards.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it is not active.
    ///
    /// libvirt: [`virNetworkDestroy`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkDestroy)
    public func stop() async throws {
        try await handle.status("virNetworkDestroy") { virNetworkDestroy($0) }
    }

    /// Removes the definition from the host; an active network goes on and becomes transient.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for a transient network.
    ///
    /// libvirt: [`virNetworkUndefine`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkUndefine)
    public func undefine() async throws {
        try await handle.status("virNetworkUndefine") { virNetworkUndefine($0) }
    }

    /// Chooses whether the network starts with the host.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for a transient network.
    ///
    /// libvirt: [`virNetworkSetAutostart`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkSetAutostart)
    public func setAutostart(_ isOn: Bool) async throws {
        try await handle.status("virNetworkSetAutostart") { virNetworkSetAutostart($0, isOn ? 1 : 0) }
    }

    /// Changes one element of the network, such as one DHCP host, without a restart.
    ///
    /// ```swift
    /// try await network.update(.addLast, .ipDHCPHost, "<host mac='52:54:00:00:00:01' ip='192.168.122.10'/>")
    /// ```
    /// - Parameters:
    ///   - command: Whether to add, change or delete the element.
    ///   - section: Which kind of element it is.
    ///   - xml: The element; to delete one, as much of it as tells it from the others.
    ///   - parent: The index of the element that it stands in, where there are several (such as several `<ip>`); `nil`
    ///     lets libvirt find the right one.
    ///   - options: Whether the active network, the stored definition, or both change; the default is the active
    ///     network if there is one, else the definition.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the element exists already or is not there,
    ///   `noSupport` or `operationUnsupported` for a section that only a restart can change.
    ///
    /// libvirt: [`virNetworkUpdate`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkUpdate)
    public func update(
        _ command: NetworkUpdateCommand, _ section: NetworkUpdateSection, _ xml: String, parent: Int32? = nil,
        _ options: NetworkUpdateOptions = []
    ) async throws {
        try await handle.status("virNetworkUpdate") { network in
            try xml.withCheckedCString { xml in
                virNetworkUpdate(
                    network, UInt32(bitPattern: command.rawValue), UInt32(bitPattern: section.rawValue), parent ?? -1,
                    xml, options.rawValue)
            }
        }
    }
}
