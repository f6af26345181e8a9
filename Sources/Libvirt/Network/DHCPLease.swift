internal import CLibvirt
public import FoundationEssentials
internal import Glibc

/// An address that a network's DHCP server has given to somebody.
public struct DHCPLease: Hashable, Sendable {
    /// The host's network interface on which it was given, most often the network's bridge.
    public var interface: String
    /// When it ends; `nil` when it never does.
    public var expiry: Date?
    /// The version of the address.
    public var type: IPAddressType
    /// The hardware address of the one who has it.
    public var mac: String
    /// The number of the client's interface (IAID), which only IPv6 clients send.
    public var iaid: String?
    /// The address.
    public var address: String
    /// How many bits of the address are the network's.
    public var prefix: Int
    /// The name that the client gave itself.
    public var hostname: String?
    /// The client ID (IPv4) or DUID (IPv6), where the client sent one.
    public var clientID: String?

    init(_ raw: virNetworkDHCPLease) {
        interface = String(borrowing: raw.iface)
        expiry = raw.expirytime > 0 ? Date(timeIntervalSince1970: TimeInterval(raw.expirytime)) : nil
        type = IPAddressType(rawValue: raw.type)
        mac = String(borrowing: raw.mac)
        iaid = raw.iaid.map { String(cString: $0) }
        address = String(borrowing: raw.ipaddr)
        prefix = Int(raw.prefix)
        hostname = raw.hostname.map { String(cString: $0) }
        clientID = raw.clientid.map { String(cString: $0) }
    }
}

extension NetworkReference {
    /// The addresses that the network's DHCP server has given out and that have not ended yet.
    ///
    /// - Parameter mac: Only those of this hardware address; `nil` for all.
    /// - Returns: The leases; none is no error, and an inactive network has none.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver runs no DHCP server.
    ///
    /// libvirt: [`virNetworkGetDHCPLeases`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetDHCPLeases)
    public func dhcpLeases(mac: String? = nil) async throws -> [DHCPLease] {
        try await handle.call { network in
            var array: UnsafeMutablePointer<virNetworkDHCPLeasePtr?>?
            let count = try mac.withCheckedCString { mac in
                try check(
                    virNetworkGetDHCPLeases(network, mac, &array, 0), "virNetworkGetDHCPLeases",
                    NetworkKind.describe(network))
            }
            defer { free(array) }
            return (0..<Int(count)).compactMap { index in
                guard let lease = array?[index] else { return nil }
                defer { virNetworkDHCPLeaseFree(lease) }
                return DHCPLease(lease.pointee)
            }
        }
    }
}
