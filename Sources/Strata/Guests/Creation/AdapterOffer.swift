internal import Libvirt
internal import LibvirtXML
internal import StrataLayers

/// One way in which a host can connect a guest's network adapter.
public struct AdapterOffer: Codable, Hashable, Sendable {
    /// What is written behind `--network`, such as `bridge=br0`.
    public var option: String
    /// What it is.
    public var what: String
    /// Whether it can be used as it is now.
    public var state: String
    /// Who reaches whom.
    public var reach: String

    /// Everything that a host offers; of another machine, only what libvirt knows of it.
    ///
    /// - Parameter host: The host.
    /// - Returns: libvirt's networks, bridges, adapters, and the way that needs nothing.
    /// - Throws: `LibvirtError` when the connection is lost.
    public static func all(on host: HostConnection) async throws -> [AdapterOffer] {
        let networks = try await networks(on: host.connection)
        let isHere = DriverMode(connection: try await host.connection.uri) != .remote
        let reading = isHere ? HostReader().read() : nil
        let own = Set(networks.compactMap(\.bridge))
        let bridges = (reading?.host.bridges ?? []).filter { !own.contains($0.name) }.map { bridge in
            AdapterOffer(
                option: "bridge=\(bridge.name)", what: "a bridge of the host's",
                state: bridge.ports.isEmpty ? "no port" : "ports \(bridge.ports.joined(separator: ", "))",
                reach: "as a machine beside the host, on the host's own network")
        }
        let adapters = (reading?.hardware.networkAdapters ?? []).map { adapter in
            AdapterOffer(
                option: "direct=\(adapter.name)", what: "an adapter of the host's, by macvtap",
                state: adapter.megabitsPerSecond.map { "\($0) Mbit/s" } ?? "ready",
                reach: "as a machine beside the host; guest and host do not reach each other")
        }
        return networks.map(\.offer) + bridges + adapters + [user]
    }

    private static let user = AdapterOffer(
        option: "user", what: "QEMU's own", state: "ready",
        reach: "the guest reaches the outside, slowly; nobody reaches the guest")

    private static func networks(on connection: Connection) async throws -> [(offer: AdapterOffer, bridge: String?)] {
        let networks: [Network]
        do {
            networks = try await connection.networks().sorted { $0.name < $1.name }
        } catch let error as LibvirtError where error.code == .noSupport {
            return []
        }
        var offers: [(AdapterOffer, String?)] = []
        for network in networks {
            let document = try NetworkDocument(xml: try await network.xml())
            let offer = AdapterOffer(
                option: network.name, what: document.words,
                state: try await network.isActive ? "active" : "off, is started when wanted", reach: document.reach)
            offers.append((offer, document.forward.mode == .bridge ? nil : document.bridge))
        }
        return offers
    }
}

extension NetworkDocument {
    fileprivate var words: String {
        let mode = self.forward.isPresent ? self.forward.mode ?? .nat : nil
        let words = [
            "a network of libvirt's", mode.map { "\($0.rawValue)" } ?? "isolated", self.bridge.map { "on \($0)" },
        ]
        return words.compactMap(\.self).joined(separator: ", ")
    }

    /// Who reaches whom, by the way that guests get out.
    fileprivate var reach: String {
        guard self.forward.isPresent else { return "guests and host among each other, nobody else" }
        switch self.forward.mode ?? .nat {
        case .nat: return "guests reach each other, the host and the outside; from outside nobody reaches them"
        case .route, .open: return "everybody whose router knows the way"
        case .hostDevice: return "as a machine beside the host, with a device for itself"
        default: return "as a machine beside the host"
        }
    }
}
