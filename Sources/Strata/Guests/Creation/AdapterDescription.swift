public import LibvirtXML

/// A network adapter as it is described on the command line, such as `bridge=br0,model=e1000`.
public struct AdapterDescription: Hashable, Sendable {
    /// What it is connected to.
    public var type: InterfaceType
    /// The network, bridge or adapter of the host.
    public var source: String?
    /// What the guest sees; `nil` for what its system knows best.
    public var model: String?
    /// The hardware address.
    public var mac: String?

    /// An adapter on something of the host's.
    public init(_ type: InterfaceType, _ source: String? = nil, model: String? = nil, mac: String? = nil) {
        (self.type, self.source, self.model, self.mac) = (type, source, model, mac)
    }

    /// The ways to connect an adapter, by the words for them.
    private static let types: [(word: String, type: InterfaceType)] = [
        ("network", .network), ("bridge", .bridge), ("direct", .direct), ("user", .user),
    ]

    /// The models that QEMU has for PCs.
    public static let models: [String] = [
        "virtio", "virtio-transitional", "virtio-non-transitional", "e1000", "e1000e", "igb", "rtl8139", "pcnet",
        "ne2k_pci", "ne2k_isa", "vmxnet3", "i82551", "i82557b", "i82559er", "tulip", "usb-net",
    ]

    /// Reads `default`, `network=default`, `bridge=br0`, `direct=eth0` or `user`, and `,model=…,mac=…` behind it.
    ///
    /// - Parameters:
    ///   - text: What was written.
    ///   - option: The option that it was written behind.
    /// - Throws: ``InvalidValue``.
    public init(_ text: String, option: String = "network") throws {
        let isUser = text == "user" || text.hasPrefix("user,")
        let described = try DeviceDescription(
            isUser ? "user=yes" + text.dropFirst("user".count) : text, option: option, first: "network",
            known: Self.types.map(\.word) + ["model", "mac"])
        let kinds = Self.types.filter { described[$0.word] != nil }
        guard kinds.count == 1, let kind = kinds.first else {
            throw described.refusal("say one of network=NAME, bridge=NAME, direct=ADAPTER and user")
        }
        if let mac = described["mac"], let why = Self.objection(to: mac) { throw described.refusal(why) }
        if let model = described["model"], !Self.models.contains(model) {
            throw described.refusal("there is no model '\(model)'; there are \(Self.models.joined(separator: ", "))")
        }
        self.init(
            kind.type, kind.type == .user ? nil : described[kind.word], model: described["model"],
            mac: described["mac"]?.lowercased())
    }

    /// Why a text is no hardware address that an adapter can have.
    private static func objection(to mac: String) -> String? {
        let parts = mac.split(separator: ":", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { $0.utf8.count == 2 ? UInt8($0, radix: 16) : nil }
        guard bytes.count == 6, parts.count == 6 else { return "a hardware address is like 52:54:00:12:34:56" }
        return bytes[0] & 1 == 1 ? "\(mac) is the address of a group, not of one adapter" : nil
    }

    /// The element for a definition.
    func element(model usual: String) -> NewElement {
        var element = NewElement.interface(type, source: source, model: model ?? usual, mac: mac)
        guard type == .direct, let at = element.children.firstIndex(where: { $0.name == "source" }) else {
            return element
        }
        // Guests on one adapter of the host shall see each other.
        element.children[at] = element.children[at].with("mode", "bridge")
        return element
    }
}

extension AdapterDescription: CustomStringConvertible {
    /// As it is written on the command line.
    public var description: String { source.map { "\(type)=\($0)" } ?? "\(type)" }
}
