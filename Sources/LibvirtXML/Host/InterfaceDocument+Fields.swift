extension InterfaceDocument {
    /// What is said of an interface of the host.
    public struct Fields: ElementFields {
        /// What it is.
        public let type = Field<Kind>("@type")
        /// The name, unique on a host.
        public let name = Field<String>("@name")
        /// When it starts.
        public let startMode = Field<StartMode>("start/@mode")
        /// The hardware address.
        public let mac = Field<String>("mac/@address")
        /// The speed in megabits a second, as libvirt reports it.
        public let linkSpeed = Field<Int>("link/@speed")
        /// Whether the cable is in, as libvirt reports it.
        public let linkState = Field<String>("link/@state")
        /// The largest packet.
        public let mtu = Field<Int>("mtu/@size")
        /// The addresses.
        public let protocols = Children<ProtocolSettings>("protocol")
        /// Whether a bridge speaks the spanning tree protocol.
        public let hasSpanningTree = Switch(onOff: "bridge/@stp")
        /// How many seconds a new port of a bridge waits.
        public let bridgeDelay = Field<String>("bridge/@delay")
        /// The interfaces on a bridge.
        public let bridgeMembers = Children<Fields>("bridge/interface")
        /// The virtual LAN.
        public let vlanTag = Field<Int>("vlan/@tag")
        /// The interface below a virtual LAN.
        public let vlanInterface = Field<String>("vlan/interface/@name")
        /// How a bond uses its interfaces, such as `active-backup`.
        public let bondMode = Field<String>("bond/@mode")
        /// How often a bond looks for an address.
        public let arpInterval = Time("bond/arpmon/@interval", .milliseconds)
        /// That address.
        public let arpTarget = Field<String>("bond/arpmon/@target")
        /// Which interfaces' answers are checked: `none`, `active`, `backup` or `all`.
        public let arpValidation = Field<String>("bond/arpmon/@validate")
        /// How often a bond looks at the cables.
        public let miiFrequency = Time("bond/miimon/@freq", .milliseconds)
        /// How long it waits before it takes an interface out.
        public let miiDownDelay = Time("bond/miimon/@downdelay", .milliseconds)
        /// How long it waits before it takes one in.
        public let miiUpDelay = Time("bond/miimon/@updelay", .milliseconds)
        /// How it looks: `ioctl` or `netif`.
        public let miiCarrier = Field<String>("bond/miimon/@carrier")
        /// The interfaces of a bond.
        public let bondMembers = Children<Fields>("bond/interface")

        /// All fields.
        public init() {}

        /// The kinds of interface.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// An adapter.
            public static let ethernet: Self = "ethernet"
            /// A bridge.
            public static let bridge: Self = "bridge"
            /// Several adapters as one.
            public static let bond: Self = "bond"
            /// A virtual LAN.
            public static let vlan: Self = "vlan"
        }

        /// When an interface starts.
        public struct StartMode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// With the host.
            public static let onBoot: Self = "onboot"
            /// When the adapter is there.
            public static let hotplug: Self = "hotplug"
            /// When it is told to.
            public static let manually: Self = "none"
        }
    }

    /// The addresses of an interface in one family.
    public struct ProtocolSettings: ElementFields {
        /// The family: `ipv4` or `ipv6`.
        public let family = Field<String>("@family")
        /// Whether IPv6 finds addresses by itself.
        public let isAutomatic = Presence("autoconf")
        /// Whether addresses are asked for.
        public let usesDHCP = Presence("dhcp")
        /// Whether the name servers that come along are used.
        public let usesPeerDNS = Switch(yesNo: "dhcp/@peerdns")
        /// The fixed addresses.
        public let addresses = Children<DomainDocument.InterfaceAddress>("ip")
        /// The way to everywhere else.
        public let gateway = Field<String>("route/@gateway")

        /// All fields.
        public init() {}
    }
}
