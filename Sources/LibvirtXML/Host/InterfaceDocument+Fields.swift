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
        public let linkState = Field<LinkState>("link/@state")
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
        public let bondMode = Field<BondMode>("bond/@mode")
        /// How often a bond looks for an address.
        public let arpInterval = Time("bond/arpmon/@interval", .milliseconds)
        /// That address.
        public let arpTarget = Field<String>("bond/arpmon/@target")
        /// Which interfaces' answers are checked.
        public let arpValidation = Field<Validation>("bond/arpmon/@validate")
        /// How often a bond looks at the cables.
        public let miiFrequency = Time("bond/miimon/@freq", .milliseconds)
        /// How long it waits before it takes an interface out.
        public let miiDownDelay = Time("bond/miimon/@downdelay", .milliseconds)
        /// How long it waits before it takes one in.
        public let miiUpDelay = Time("bond/miimon/@updelay", .milliseconds)
        /// How it looks.
        public let miiCarrier = Field<CarrierCheck>("bond/miimon/@carrier")
        /// The interfaces of a bond.
        public let bondMembers = Children<Fields>("bond/interface")

        /// All fields.
        public static let all = Self()

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

        /// Whether the cable of an interface is in.
        public struct LinkState: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It is.
            public static let up: Self = "up"
            /// It is not.
            public static let down: Self = "down"
            /// Nobody knows.
            public static let unknown: Self = "unknown"
            /// There is no hardware.
            public static let notPresent: Self = "notpresent"
            /// What is below is down.
            public static let lowerLayerDown: Self = "lowerlayerdown"
            /// It is tested.
            public static let testing: Self = "testing"
            /// It waits for something outside.
            public static let dormant: Self = "dormant"
        }

        /// How a bond uses its interfaces.
        public struct BondMode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// In turns.
            public static let roundRobin: Self = "balance-rr"
            /// One at a time.
            public static let activeBackup: Self = "active-backup"
            /// By the addresses.
            public static let xor: Self = "balance-xor"
            /// All at once.
            public static let broadcast: Self = "broadcast"
            /// As the switch agrees.
            public static let aggregation: Self = "802.3ad"
            /// By their load.
            public static let transmit: Self = "balance-tlb"
            /// By their load, both ways.
            public static let adaptive: Self = "balance-alb"
        }

        /// Which interfaces' answers a bond checks.
        public struct Validation: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Those of none.
            public static let never: Self = "none"
            /// That of the active one.
            public static let active: Self = "active"
            /// Those of the others.
            public static let backup: Self = "backup"
            /// All.
            public static let all: Self = "all"
        }

        /// How a bond looks at the cables.
        public struct CarrierCheck: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// By asking the hardware.
            public static let ioctl: Self = "ioctl"
            /// By asking the kernel.
            public static let netif: Self = "netif"
        }
    }

    /// The addresses of an interface in one family.
    public struct ProtocolSettings: ElementFields {
        /// The family.
        public let family = Field<Family>("@family")
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
        public static let all = Self()

        /// The families of addresses.
        public struct Family: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// IPv4.
            public static let ipv4: Self = "ipv4"
            /// IPv6.
            public static let ipv6: Self = "ipv6"
        }
    }
}
