internal import CLibvirt

extension NetworkReference {
    /// The network's definition: of the active network, or the stored one when it is not active.
    ///
    /// - Parameter options: `.inactive` for the stored definition of an active network.
    /// - Returns: A `<network>` document.
    /// - Throws: ``LibvirtError`` with code `noNetwork` when it is gone.
    ///
    /// libvirt: [`virNetworkGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetXMLDesc)
    public func xml(_ options: NetworkXMLOptions = []) async throws -> String {
        try await handle.string("virNetworkGetXMLDesc") { virNetworkGetXMLDesc($0, options.rawValue) }
    }

    /// The name of the host's bridge that the guests of the network are plugged into.
    ///
    /// Reading it throws ``LibvirtError`` with code `internalError` for a network without a bridge, such as one that
    /// hands out physical devices.
    ///
    /// libvirt: [`virNetworkGetBridgeName`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetBridgeName)
    public var bridgeName: String {
        get async throws { try await handle.string("virNetworkGetBridgeName") { virNetworkGetBridgeName($0) } }
    }

    /// Whether the network starts with the host.
    ///
    /// libvirt: [`virNetworkGetAutostart`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetAutostart)
    public var isAutostarted: Bool {
        get async throws {
            try await handle.call { network in
                var isOn: Int32 = 0
                try check(
                    virNetworkGetAutostart(network, &isOn), "virNetworkGetAutostart", NetworkKind.describe(network))
                return isOn != 0
            }
        }
    }

    /// Whether guests can use the network now.
    ///
    /// libvirt: [`virNetworkIsActive`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkIsActive)
    public var isActive: Bool {
        get async throws { try await handle.status("virNetworkIsActive") { virNetworkIsActive($0) } == 1 }
    }

    /// Whether the host keeps the definition when the network stops.
    ///
    /// libvirt: [`virNetworkIsPersistent`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkIsPersistent)
    public var isPersistent: Bool {
        get async throws { try await handle.status("virNetworkIsPersistent") { virNetworkIsPersistent($0) } == 1 }
    }
}
