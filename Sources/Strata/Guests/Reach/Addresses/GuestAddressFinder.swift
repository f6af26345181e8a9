internal import Libvirt
internal import LibvirtXML

/// Asks everybody who may know a guest's addresses.
struct GuestAddressFinder: Sendable {
    let guest: Domain
    /// Whether the guest runs on this machine, whose tables then know it.
    let isHostLocal: Bool
    private let macs: Set<String>
    /// The adapters on QEMU's own network for users, into which the host cannot call.
    private let unreachable: Set<String>

    init(guest: Domain, document: DomainDocument, isHostLocal: Bool) {
        self.guest = guest
        self.isHostLocal = isHostLocal
        let interfaces = document.interfaces
        macs = Set(interfaces.compactMap { $0.mac?.lowercased() })
        unreachable = Set(interfaces.filter { $0.type == .user }.compactMap { $0.mac?.lowercased() })
    }

    /// The addresses that are known now, the most useful one first; none where nobody knows any.
    func find(asksAgent: Bool) async -> [GuestAddress] {
        var reports: [(source: GuestAddress.Source, interfaces: [GuestInterface])] = []
        if asksAgent, let told = try? await guest.interfaceAddresses(from: .agent) { reports.append((.agent, told)) }
        if let told = try? await guest.interfaceAddresses(from: .lease) { reports.append((.lease, told)) }
        if isHostLocal { reports.append((.arp, NeighbourTable.read().interfaces(of: macs))) }
        return GuestAddress.merged(reports, unreachable: unreachable)
    }
}

extension ConnectionReference {
    /// Whether the guests run on this machine.
    var isLocal: Bool {
        get async { (try? await uri).map { DriverMode(connection: $0) != .remote } ?? false }
    }
}
