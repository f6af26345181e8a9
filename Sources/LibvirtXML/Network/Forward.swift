extension NetworkDocument {
    /// How the guests of a network get out.
    public struct Forward: ElementFields {
        /// The way.
        public let mode = Field<Mode>("@mode")
        /// The host's adapter that is used.
        public let device = Field<String>("@dev")
        /// Whether libvirt takes devices from the host and gives them back.
        public let isManaged = Switch(yesNo: "@managed")
        /// The host's adapters that are used.
        public let interfaces = Children<ForwardInterface>("interface")
        /// The devices that are handed over.
        public let addresses = Children<ForwardAddress>("address")
        /// What hands them over.
        public let driver = Field<DomainDocument.Launcher>("driver/@name")
        /// The adapter of whose parts guests get one each.
        public let physicalFunction = Field<String>("pf/@dev")
        /// Whether addresses of IPv6 are translated, too.
        public let natHasIPv6 = Switch(yesNo: "nat/@ipv6")
        /// The first of the addresses that guests get outside.
        public let natStart = Field<String>("nat/address/@start")
        /// The last of them.
        public let natEnd = Field<String>("nat/address/@end")
        /// The first of the ports that guests get outside.
        public let natPortStart = Field<Int>("nat/port/@start")
        /// The last of them.
        public let natPortEnd = Field<Int>("nat/port/@end")

        /// All fields.
        public static let all = Self()

        /// The ways that guests of a network get out.
        public struct Mode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// By the host's address.
            public static let nat: Self = "nat"
            /// By the host, with their own addresses.
            public static let route: Self = "route"
            /// The same, without any rule of a firewall.
            public static let open: Self = "open"
            /// By a bridge of the host, or by macvtap in that mode.
            public static let bridge: Self = "bridge"
            /// By macvtap, out of each other's reach.
            public static let isolated: Self = "private"
            /// By macvtap, through the switch.
            public static let vepa: Self = "vepa"
            /// By macvtap, each with an adapter for itself.
            public static let passthrough: Self = "passthrough"
            /// By devices that are handed over.
            public static let hostDevice: Self = "hostdev"
        }
    }

    /// An adapter of the host that guests get out by.
    public struct ForwardInterface: ElementFields {
        /// The adapter.
        public let device = Field<String>("@dev")
        /// The guests on it, as libvirt reports it.
        public let connections = Field<Int>("@connections")

        /// All fields.
        public static let all = Self()
    }

    /// A device of the host that guests are given.
    public struct ForwardAddress: ElementFields {
        /// The kind of place: `pci`.
        public let type = Field<String>("@type")
        /// The guests that have it, as libvirt reports it.
        public let connections = Field<Int>("@connections")
        /// The PCI domain.
        public let domain = Field<HexNumber>("@domain")
        /// The bus.
        public let bus = Field<HexNumber>("@bus")
        /// The slot on the bus.
        public let slot = Field<HexNumber>("@slot")
        /// The function of the device.
        public let function = Field<HexNumber>("@function")
        /// Whether other functions share the slot.
        public let isMultifunction = Switch(onOff: "@multifunction")

        /// All fields.
        public static let all = Self()
    }
}
