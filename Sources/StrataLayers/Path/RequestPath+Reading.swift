internal import FoundationEssentials
public import Libvirt
internal import LibvirtXML

extension RequestPath {
    /// Finds the ways of all disks and adapters of a guest; nothing is measured yet.
    ///
    /// A running guest is asked as it runs, any other as it is defined.
    /// - Throws: `LibvirtError`, with code `noDomain` when there is no such guest.
    public static func read(_ connection: ReadOnlyConnection, guest: String) async throws -> [RequestPath] {
        let domain = try await connection.domain(named: guest)
        let document = try DomainDocument(xml: try await domain.xml())
        let layer = GuestLayer(
            document, name: domain.name, uuid: domain.uuid.uuidString.lowercased(),
            state: try await domain.state().state)
        let mode = DriverMode(connection: try await connection.uri)
        var place = PathPlace(
            guest: layer.name, style: layer.style, isActive: layer.isActive, document: document,
            files: mode == .remote || mode == .test ? nil : HostFiles(root: "/"))
        place.networks = try await connection.networkWays(of: document)
        if place.files != nil { place.hasVhost = hasVhost(uuid: layer.uuid, name: layer.name) }
        return paths(place)
    }

    static func paths(_ place: PathPlace) -> [RequestPath] {
        let paths =
            place.document.disks.map { DiskPath(disk: $0, place: place).path }
            + place.document.interfaces.map { NetworkPath(adapter: $0, place: place).path }
        return place.isActive ? paths : paths.map(\.atRest)
    }

    /// The way without anything to count: nothing of this guest comes through.
    private var atRest: RequestPath {
        var result = self
        for index in hops.indices where hops[index].counter != nil {
            result.hops[index].counter = nil
            result.hops[index].unavailable["measured"] = "the guest does not run"
        }
        return result
    }

    /// Whether the kernel serves adapters of the guest; `nil` where its process cannot be seen.
    private static func hasVhost(uuid: String, name: String) -> Bool? {
        var sample = Sample(time: 0, guests: [GuestCounters(name: name, uuid: uuid)])
        var meter = HostMeter(files: HostFiles(root: "/"))
        meter.read(into: &sample, [])
        return sample.guests.first?.process.map { process in process.threads.contains { $0.role == .vhost } }
    }
}

extension ConnectionReference where Mode == ReadOnly {
    /// How the networks that a guest is on get out; one that is not there any more is left out.
    fileprivate func networkWays(of document: DomainDocument) async throws -> [String: NetworkWay] {
        var ways: [String: NetworkWay] = [:]
        for name in Set(document.interfaces.compactMap { $0.type == .network ? $0.source : nil }) {
            do {
                let network = try NetworkDocument(xml: try await self.network(named: name).xml())
                let forward = network.forward
                let mode = forward.isPresent ? forward.mode?.rawValue ?? "nat" : nil
                let device = forward.device ?? forward.interfaces.first?.node.attribute("dev")
                ways[name] = NetworkWay(mode: mode, bridge: network.bridge, device: device)
            } catch let error as LibvirtError where [.noNetwork, .noSupport].contains(error.code) {
                continue
            }
        }
        return ways
    }
}
