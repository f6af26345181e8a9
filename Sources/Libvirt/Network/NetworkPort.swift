internal import CLibvirt
public import FoundationEssentials

/// A port of a virtual network, which may be changed: one guest interface's place on it.
///
/// libvirt makes and removes the ports of its own guests by itself.
///
/// ```swift
/// for port in try await network.ports() { print(port.uuid, try await port.parameters()) }
/// ```
public typealias NetworkPort = NetworkPortReference<ReadWrite>

/// A port of a virtual network that may only be looked at.
public typealias ReadOnlyNetworkPort = NetworkPortReference<ReadOnly>

/// A port of a virtual network: see ``NetworkPort`` and ``ReadOnlyNetworkPort``.
public struct NetworkPortReference<Mode: Access>: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<NetworkPortKind>
    let registrations: Registrations

    init(_ handle: Handle<NetworkPortKind>, _ registrations: Registrations) {
        self.handle = handle
        self.registrations = registrations
    }

    /// The same port as seen by somebody who may only look.
    public var readOnly: ReadOnlyNetworkPort { ReadOnlyNetworkPort(handle, registrations) }

    /// The UUID.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virNetworkPortGetUUID`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetUUID)
    public var uuid: UUID {
        UUID(writtenBy: { bytes in _ = try? handle.withUnsafePointer { virNetworkPortGetUUID($0, bytes) } })
    }

    /// The network that it is a port of.
    ///
    /// Does not leave the process.
    ///
    /// - Throws: ``LibvirtError`` with code `invalidConnection` when the port was closed before.
    ///
    /// libvirt: [`virNetworkPortGetNetwork`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetNetwork)
    public func network() throws -> NetworkReference<Mode> {
        try handle.withUnsafePointer { port in
            // The port keeps owning what libvirt answers.
            let network = try check(
                virNetworkPortGetNetwork(port), "virNetworkPortGetNetwork", NetworkPortKind.describe(port))
            guard let handle = Handle<NetworkKind>(retaining: network) else { throw LibvirtError.closed }
            return NetworkReference(handle, registrations)
        }
    }
}

extension NetworkPortReference: Hashable {
    /// Whether both are the same port: two with one UUID are, over whichever connection.
    public static func == (left: Self, right: Self) -> Bool { left.uuid == right.uuid }
    /// Feeds the UUID to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(uuid) }
}

extension NetworkPortReference {
    /// The port's definition.
    ///
    /// - Returns: A `<networkport>` document.
    /// - Throws: ``LibvirtError`` with code `noNetworkPort` when it is gone.
    ///
    /// libvirt: [`virNetworkPortGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetXMLDesc)
    public func xml() async throws -> String {
        try await handle.string("virNetworkPortGetXMLDesc") { virNetworkPortGetXMLDesc($0, 0) }
    }
}

extension NetworkPortReference where Mode == ReadWrite {
    /// Removes the port from its network, and frees what the network had set aside for it.
    ///
    /// - Throws: ``LibvirtError`` with code `noNetworkPort` when it is gone.
    ///
    /// libvirt: [`virNetworkPortDelete`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortDelete)
    public func delete() async throws {
        try await handle.status("virNetworkPortDelete") { virNetworkPortDelete($0, 0) }
    }
}
