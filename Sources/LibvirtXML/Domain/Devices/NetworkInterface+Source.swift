extension View<DomainDocument.NetworkInterface> {
    /// The network, bridge or host device that the type speaks of.
    public var source: String? {
        get { self["source/@" + (self.type?.sourceAttribute ?? "dev")] }
        set { self["source/@" + (self.type?.sourceAttribute ?? "dev")] = newValue }
    }

    /// Whether the cable is in; a link of which nothing is said is up.
    public var isLinkUp: Bool {
        get { self.link != .down }
        set { self.link = newValue ? .up : .down }
    }
}

/// What a network adapter is connected to.
public struct InterfaceType: XMLToken {
    /// The word in the definition.
    public var rawValue: String
    /// The type of that name, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A network that libvirt manages.
    public static let network: Self = "network"
    /// A bridge of the host.
    public static let bridge: Self = "bridge"
    /// The outside by way of the emulator, without any rights on the host.
    public static let user: Self = "user"
    /// A device of the host, shared by macvtap.
    public static let direct: Self = "direct"
    /// Any means, set up by a script or by somebody else.
    public static let ethernet: Self = "ethernet"
    /// A PCI device of the host, handed over whole.
    public static let hostDevice: Self = "hostdev"
    /// Another process, by a vhost-user socket.
    public static let vhostUser: Self = "vhostuser"
    /// A device of the host for vDPA.
    public static let vdpa: Self = "vdpa"
    /// A switch of VMware's.
    public static let vmwareSwitch: Self = "vds"
    /// A network of VirtualBox's own.
    public static let inside: Self = "internal"
    /// Another guest, which waits for a TCP connection.
    public static let client: Self = "client"
    /// Another guest, for whose TCP connection this one waits.
    public static let server: Self = "server"
    /// A group of guests, by multicast.
    public static let multicast: Self = "mcast"
    /// Another guest, by a datagram tunnel.
    public static let udp: Self = "udp"
    /// Nothing.
    public static let nothing: Self = "null"

    /// The attribute of `<source>` that names it.
    var sourceAttribute: String {
        switch self {
        case .network: "network"
        case .bridge: "bridge"
        case .vhostUser: "path"
        case .inside: "name"
        default: "dev"
        }
    }
}

extension NewElement {
    /// A network adapter.
    ///
    /// - Parameters:
    ///   - type: What it is connected to.
    ///   - source: The network, bridge or host device; none for ``InterfaceType/user``.
    ///   - model: What the guest sees, such as `virtio` or `e1000`.
    ///   - mac: The hardware address; libvirt makes one up when there is none.
    /// - Returns: The element, for `DomainDocument.interfaces`.
    public static func interface(
        _ type: InterfaceType, source: String? = nil, model: String = "virtio", mac: String? = nil
    ) -> NewElement {
        NewElement("interface", ["type": type.rawValue]) {
            mac.map { NewElement("mac", ["address": $0]) }
            source.map { NewElement("source").with(type.sourceAttribute, $0) }
            NewElement("model", ["type": model])
        }
    }
}
