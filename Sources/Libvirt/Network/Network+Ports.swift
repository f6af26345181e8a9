internal import CLibvirt
public import FoundationEssentials

extension NetworkReference {
    /// All ports of the network, with one call.
    ///
    /// - Returns: The ports, in no particular order; a network without any is no error.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no ports.
    ///
    /// libvirt: [`virNetworkListAllPorts`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkListAllPorts)
    public func ports() async throws -> [NetworkPortReference<Mode>] {
        try await handle.list("virNetworkListAllPorts") {
            virNetworkListAllPorts($0, $1, 0)
        } as: {
            NetworkPortReference($0, registrations)
        }
    }

    /// The port with that UUID.
    ///
    /// - Throws: ``LibvirtError`` with code `noNetworkPort` when the network has none.
    ///
    /// libvirt: [`virNetworkPortLookupByUUID`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortLookupByUUID)
    public func port(uuid: UUID) async throws -> NetworkPortReference<Mode> {
        NetworkPortReference(
            try await handle.lookUp("virNetworkPortLookupByUUID", "network port \(uuid)") { network in
                uuid.withUnsafeBytes { virNetworkPortLookupByUUID(network, $0) }
            }, registrations)
    }
}

extension NetworkReference where Mode == ReadWrite {
    /// Makes a port on the network, for somebody who is no guest of this host's hypervisor.
    ///
    /// The network must be active, and forgets the port when it stops.
    /// - Parameters:
    ///   - xml: The whole `<networkport>` document.
    ///   - options: `.reclaim` to take over what the document says is already plugged in.
    /// - Returns: The port.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the network is not active, `invalidArgument` when the
    ///   document has a `<plug>` and ``NetworkPortCreateOptions/reclaim`` is missing.
    ///
    /// libvirt: [`virNetworkPortCreateXML`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortCreateXML)
    public func createPort(_ xml: String, _ options: NetworkPortCreateOptions = []) async throws -> NetworkPort {
        let handle: Handle<NetworkPortKind> = try await handle.object("virNetworkPortCreateXML") { network in
            try xml.withCheckedCString { virNetworkPortCreateXML(network, $0, options.rawValue) }
        }
        return NetworkPort(handle, registrations)
    }
}
