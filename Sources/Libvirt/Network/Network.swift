internal import CLibvirt
public import FoundationEssentials

/// A virtual network that may be changed.
///
/// ```swift
/// let network = try await host.network(named: "default")
/// if try await !network.isActive { try await network.start() }
/// for lease in try await network.dhcpLeases() { print(lease.hostname ?? lease.mac, lease.address) }
/// ```
public typealias Network = NetworkReference<ReadWrite>

/// A virtual network that may only be looked at.
public typealias ReadOnlyNetwork = NetworkReference<ReadOnly>

/// A virtual network: see ``Network`` and ``ReadOnlyNetwork``.
public struct NetworkReference<Mode: Access>: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<NetworkKind>
    let registrations: Registrations

    init(_ handle: Handle<NetworkKind>, _ registrations: Registrations) {
        self.handle = handle
        self.registrations = registrations
    }

    /// The same network as seen by somebody who may only look.
    public var readOnly: ReadOnlyNetwork { ReadOnlyNetwork(handle, registrations) }

    /// The name.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virNetworkGetName`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetName)
    public var name: String {
        (try? handle.withUnsafePointer { String(borrowing: virNetworkGetName($0)) }) ?? ""
    }

    /// The UUID.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virNetworkGetUUID`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetUUID)
    public var uuid: UUID {
        UUID(writtenBy: { bytes in _ = try? handle.withUnsafePointer { virNetworkGetUUID($0, bytes) } })
    }
}

extension NetworkReference: Hashable {
    /// Whether both are the same network: two with one UUID are, over whichever connection.
    public static func == (left: Self, right: Self) -> Bool { left.uuid == right.uuid }
    /// Feeds the UUID to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(uuid) }
}
