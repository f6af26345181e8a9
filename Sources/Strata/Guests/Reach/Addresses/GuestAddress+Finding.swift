public import Libvirt
internal import LibvirtXML

extension GuestAddress {
    /// The addresses of a running guest, the most useful one first.
    ///
    /// Asked are QEMU's agent in the guest, the DHCP servers of libvirt's networks and, for a guest on this machine,
    /// its table of neighbours.
    /// - Parameters:
    ///   - guest: The guest.
    ///   - host: Where it runs.
    /// - Returns: None where nobody knows any.
    /// - Throws: ``Failure`` with kind `wrongState` when it does not run.
    public static func find(of guest: Domain, on host: Connection) async throws -> [GuestAddress] {
        guard try await guest.isActive else {
            throw Failure(
                .wrongState, "guest '\(guest.name)'", "it is off, and has no address then",
                hint: "strata start \(guest.name)")
        }
        let document = try DomainDocument(xml: try await guest.xml())
        let finder = GuestAddressFinder(guest: guest, document: document, isHostLocal: await host.isLocal)
        let asksAgent = (try? await GuestAgent(guest, patience: .seconds(3)).ping()) != nil
        return await finder.find(asksAgent: asksAgent)
    }

    /// The addresses of a guest, or a reason why there are none.
    ///
    /// - Throws: ``Failure`` with kind `notReady` where nobody knows any.
    public static func require(of guest: Domain, on host: Connection) async throws -> [GuestAddress] {
        let addresses = try await find(of: guest, on: host)
        guard addresses.isEmpty else { return addresses }
        let document = try DomainDocument(xml: try await guest.xml())
        if document.interfaces.allSatisfy({ $0.type == .user }) { throw unreachable(guest.name, document) }
        throw Failure(
            .notReady, "guest '\(guest.name)'", "neither its agent nor the host knows an address of it",
            hint: "it may still boot: strata wait \(guest.name) --for network")
    }

    /// Why a guest can never be called: it has no adapter, or none on a network that leads to it.
    static func unreachable(_ name: String, _ document: DomainDocument) -> Failure {
        Failure(
            .notReady, "guest '\(name)'",
            document.interfaces.isEmpty
                ? "it has no network adapter" : "QEMU's network for users leads only out: nobody can call the guest",
            hint: "strata console \(name) needs no network; strata host nics shows those that lead to a guest")
    }
}
