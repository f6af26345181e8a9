public import Libvirt
internal import LibvirtXML

/// Where the screen of a running guest waits for viewers.
public struct DisplayPlace: Hashable, Codable, Sendable {
    /// The address for a viewer, such as `vnc://127.0.0.1:5900`.
    public var uri: String
    /// Whether only programs on the guest's host can reach it.
    public var isLocalOnly: Bool
    /// Whether a viewer must know a password.
    public var needsPassword: Bool
    /// How to reach it safely from another machine, or what is unsafe about it.
    public var advice: String?

    /// The places of a running guest, in the order of its definition.
    ///
    /// - Parameters:
    ///   - guest: The guest.
    ///   - host: Where it runs.
    /// - Returns: None where it has no screen for viewers.
    /// - Throws: ``Failure`` with kind `wrongState` when it does not run.
    public static func find(of guest: Domain, on host: Connection) async throws -> [DisplayPlace] {
        guard try await guest.isActive else {
            throw Failure(
                .wrongState, "guest '\(guest.name)'", "it is off, and shows nothing", hint: "strata start \(guest.name)"
            )
        }
        let name = guest.name
        let uri = try await host.uri
        let document = try DomainDocument(xml: try await guest.xml([.secure]))
        return document.graphics.compactMap { DisplayPlace($0, host: SSHAccess.jumpHost(of: uri), guest: name) }
    }

    /// The place that a `<graphics>` element tells of; `nil` where nobody waits for viewers.
    init?(_ graphics: View<DomainDocument.Graphics>, host: String?, guest: String) {
        guard let kind = graphics.type, kind == .vnc || kind == .spice else { return nil }
        needsPassword = graphics.password != nil
        if let socket = graphics.socket ?? graphics.listeners.compactMap(\.socket).first {
            uri = "\(kind.rawValue)+unix://\(socket)"
            isLocalOnly = true
            advice = host.map { "from here: ssh -L 5900:\(socket) \($0), then \(kind.rawValue)://127.0.0.1:5900" }
            return
        }
        guard let port = graphics.port ?? graphics.tlsPort, port > 0 else { return nil }
        let address = graphics.listeners.compactMap(\.address).first ?? graphics.listen ?? "127.0.0.1"
        isLocalOnly = address.hasPrefix("127.") || address == "::1" || address == "localhost"
        let isEverywhere = address == "0.0.0.0" || address == "::"
        let place = isEverywhere ? "127.0.0.1" : address.contains(":") ? "[\(address)]" : address
        uri = "\(kind.rawValue)://\(place):\(port)"
        if isLocalOnly {
            let way = host ?? "USER@HOST"
            advice = "from another machine: ssh -L \(port):\(place):\(port) \(way), then \(uri) there"
        } else {
            let lock = needsPassword ? "with nothing but a short password" : "without a password"
            advice =
                "anybody who reaches \(address) sees and uses the screen \(lock), and nothing is encrypted; "
                + "listen on 127.0.0.1 instead"
        }
    }
}
