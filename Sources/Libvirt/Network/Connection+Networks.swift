internal import CLibvirt
public import FoundationEssentials

extension ConnectionReference {
    /// All networks that the options let through, with one call.
    ///
    /// - Parameter options: Which ones; the default is all, active or not.
    /// - Returns: The networks, in no particular order; a host without any is no error.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no networks.
    ///
    /// libvirt: [`virConnectListAllNetworks`](https://libvirt.org/html/libvirt-libvirt-network.html#virConnectListAllNetworks)
    public func networks(_ options: NetworkListOptions = []) async throws -> [NetworkReference<Mode>] {
        try await handle.list("virConnectListAllNetworks") {
            virConnectListAllNetworks($0, $1, options.rawValue)
        } as: {
            NetworkReference($0, registrations)
        }
    }

    /// The network of that name.
    ///
    /// - Throws: ``LibvirtError`` with code `noNetwork` when there is none.
    ///
    /// libvirt: [`virNetworkLookupByName`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkLookupByName)
    public func network(named name: String) async throws -> NetworkReference<Mode> {
        NetworkReference(
            try await handle.lookUp("virNetworkLookupByName", "network '\(name)'") { connection in
                try name.withCheckedCString { virNetworkLookupByName(connection, $0) }
            }, registrations)
    }

    /// The network with that UUID.
    ///
    /// - Throws: ``LibvirtError`` with code `noNetwork` when there is none.
    ///
    /// libvirt: [`virNetworkLookupByUUID`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkLookupByUUID)
    public func network(uuid: UUID) async throws -> NetworkReference<Mode> {
        NetworkReference(
            try await handle.lookUp("virNetworkLookupByUUID", "network \(uuid)") { connection in
                uuid.withUnsafeBytes { virNetworkLookupByUUID(connection, $0) }
            }, registrations)
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Keeps a network's definition on the host, without starting it; one with the same UUID and name is replaced.
    ///
    /// An active network goes on as it is and takes the new definition at its next start.
    /// - Parameters:
    ///   - xml: The whole `<network>` document.
    ///   - options: Such as checking it against libvirt's schema first.
    /// - Returns: The network that now has this definition.
    /// - Throws: ``LibvirtError`` with code `xmlError`, `xmlDetail` or `configUnsupported` for a document that this host
    ///   cannot take, `operationFailed` when another network has the name or the UUID. Nothing is changed then.
    ///
    /// libvirt: [`virNetworkDefineXMLFlags`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkDefineXMLFlags)
    /// and, without options, [`virNetworkDefineXML`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkDefineXML)
    public func defineNetwork(_ xml: String, _ options: NetworkDefineOptions = []) async throws -> Network {
        let handle: Handle<NetworkKind> = try await handle.object(
            of: xml, options, "virNetworkDefineXML", virNetworkDefineXML, "virNetworkDefineXMLFlags",
            virNetworkDefineXMLFlags)
        return Network(handle, registrations)
    }

    /// Starts a network that the host forgets when it stops (a transient network).
    ///
    /// Returns when guests can use it. Where the host keeps a definition of the same name and UUID, that one stays.
    /// - Parameters:
    ///   - xml: The whole `<network>` document.
    ///   - options: Such as checking it against libvirt's schema first.
    /// - Returns: The network, for as long as it is active.
    /// - Throws: ``LibvirtError``; nothing is left behind then.
    ///
    /// libvirt: [`virNetworkCreateXMLFlags`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkCreateXMLFlags)
    /// and, without options, [`virNetworkCreateXML`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkCreateXML)
    public func createTransientNetwork(_ xml: String, _ options: NetworkCreateOptions = []) async throws -> Network {
        let handle: Handle<NetworkKind> = try await handle.object(
            of: xml, options, "virNetworkCreateXML", virNetworkCreateXML, "virNetworkCreateXMLFlags",
            virNetworkCreateXMLFlags)
        return Network(handle, registrations)
    }
}
