internal import Libvirt

/// An address of a guest, and how it is known.
public struct GuestAddress: Hashable, Codable, Sendable {
    /// Who knows an address.
    public enum Source: String, CaseIterable, Codable, Sendable {
        /// QEMU's agent in the guest, which knows best.
        case agent
        /// The DHCP server of a network of libvirt's; the guest may have left the address since.
        case lease
        /// This host's table of neighbours, with whom it has spoken.
        case arp
    }

    /// The address.
    public var address: String
    /// The hardware address of the adapter that has it.
    public var mac: String?
    /// The guest's or the host's name of that adapter.
    public var interface: String?
    /// Everybody who knows it, the best first.
    public var sources: [Source]
    /// Whether the host can reach it: not through QEMU's own network for users, which leads only out.
    public var isReachable: Bool

    /// Whether it is of IPv6.
    public var isIPv6: Bool { address.contains(":") }
}

extension GuestAddress {
    /// Merges what several tell, and puts the most useful address first.
    ///
    /// - Parameters:
    ///   - reports: Who tells of which adapters.
    ///   - unreachable: The hardware addresses of adapters on a network that the host cannot reach.
    /// - Returns: Each address once.
    static func merged(
        _ reports: [(source: Source, interfaces: [GuestInterface])], unreachable: Set<String> = []
    ) -> [GuestAddress] {
        // Where the agent tells of an adapter, a lease that it does not know is an old one.
        let seenByAgent = Set(
            reports.filter { $0.source == .agent }.flatMap(\.interfaces)
                .filter { !$0.addresses.isEmpty }.compactMap { $0.hardwareAddress?.lowercased() })
        var merged: [GuestAddress] = []
        for source in Source.allCases {
            for interface in reports.filter({ $0.source == source }).flatMap(\.interfaces) {
                let mac = interface.hardwareAddress?.lowercased()
                for entry in interface.addresses where isUseful(entry.address) {
                    if let index = merged.firstIndex(where: { $0.address == entry.address }) {
                        if merged[index].sources.last != source { merged[index].sources.append(source) }
                    } else if source == .agent || !mac.map(seenByAgent.contains, default: false) {
                        merged.append(
                            GuestAddress(
                                address: entry.address, mac: mac, interface: interface.name, sources: [source],
                                isReachable: !mac.map(unreachable.contains, default: false)))
                    }
                }
            }
        }
        return merged.enumerated().sorted { rank($0.element, $0.offset) < rank($1.element, $1.offset) }.map(\.element)
    }

    /// Neither the guest's address for itself nor one that means something only on its own cable.
    private static func isUseful(_ address: String) -> Bool {
        let useless = ["127.", "169.254.", "fe80:", "FE80:", "0."]
        return address != "::1" && !address.isEmpty && !useless.contains { address.hasPrefix($0) }
    }

    private static func rank(_ address: GuestAddress, _ offset: Int) -> (Int, Int, Int, Int) {
        let best = address.sources.first.flatMap(Source.allCases.firstIndex) ?? Source.allCases.count
        return (address.isReachable ? 0 : 1, address.isIPv6 ? 1 : 0, best, offset)
    }
}

extension Optional {
    fileprivate func map<Result>(_ transform: (Wrapped) -> Result, default value: Result) -> Result {
        map(transform) ?? value
    }
}
