public import FoundationEssentials

extension NetworkPortDocument {
    /// What is said of a port.
    public struct Fields: ElementFields {
        /// The identity.
        public let uuid = Field<UUID>("uuid")
        /// The guest on it.
        public let ownerName = Field<String>("owner/name")
        /// That guest's identity.
        public let ownerUUID = Field<UUID>("owner/uuid")
        /// The group of ports that it is of.
        public let group = Field<String>("group")
        /// The hardware address of the adapter.
        public let mac = Field<String>("mac/@address")
        /// Whether the host follows the receive filters that the guest sets.
        public let trustsGuestFilters = Switch(yesNo: "rxfilters/@trustGuest")
        /// Whether other isolated adapters are out of reach.
        public let isIsolated = Switch(yesNo: "port/@isolated")
        /// The most that may pass.
        public let bandwidth = Child<DomainDocument.Bandwidth>("bandwidth")
        /// The virtual LANs that it is in.
        public let vlan = Child<DomainDocument.VLAN>("vlan")
        /// Its port on a switch.
        public let virtualPort = Child<DomainDocument.VirtualPort>("virtualport")
        /// How the adapter is connected, such as `bridge` or `direct`.
        public let plugType = Field<Plug>("plug/@type")
        /// The bridge.
        public let plugBridge = Field<String>("plug/@bridge")
        /// The host's adapter.
        public let plugDevice = Field<String>("plug/@dev")
        /// How that adapter is shared, such as `bridge`.
        public let plugMode = Field<NetworkDocument.Forward.Mode>("plug/@mode")
        /// Whether libvirt takes a device from the host and gives it back.
        public let isPlugManaged = Switch(yesNo: "plug/@managed")
        /// Who fills the bridge's table.
        public let tableManager = Field<DomainDocument.InterfaceSource.TableManager>("plug/@macTableManager")
        /// What hands a device over.
        public let plugDriver = Field<DomainDocument.Launcher>("plug/driver/@name")
        /// The device that is handed over.
        public let plugAddress = Child<DomainDocument.HostAddress>("plug/address")

        /// All fields.
        public static let all = Self()

        /// How an adapter is connected.
        public struct Plug: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// As the network says.
            public static let network: Self = "network"
            /// To a bridge.
            public static let bridge: Self = "bridge"
            /// By macvtap.
            public static let direct: Self = "direct"
            /// It is a device that is handed over.
            public static let hostDevice: Self = "hostdev-pci"
        }
    }
}
