public import FoundationEssentials

extension DomainDocument {
    /// The virtual LANs that an adapter or a network is in.
    public struct VLAN: ElementFields {
        /// Whether there are several.
        public let isTrunk = Switch(yesNo: "@trunk")
        /// Their numbers.
        public let tags = Children<VLANTag>("tag")

        /// All fields.
        public static let all = Self()
    }

    /// A virtual LAN by its number.
    public struct VLANTag: ElementFields {
        /// The number.
        public let number = Field<Int>("@id")
        /// What becomes of packets without a number.
        public let nativeMode = Field<NativeMode>("@nativeMode")

        /// All fields.
        public static let all = Self()

        /// What becomes of packets without the number of a virtual LAN.
        public struct NativeMode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// They get the number.
            public static let tagged: Self = "tagged"
            /// They stay without.
            public static let untagged: Self = "untagged"
        }
    }

    /// A port on a switch.
    public struct VirtualPort: ElementFields {
        /// The kind of switch.
        public let type = Field<Kind>("@type")
        /// The database of types.
        public let managerID = Field<HexNumber>("parameters/@managerid")
        /// The type of the port.
        public let typeID = Field<HexNumber>("parameters/@typeid")
        /// The version of the type.
        public let typeVersion = Field<HexNumber>("parameters/@typeidversion")
        /// The instance of the port.
        public let instanceID = Field<UUID>("parameters/@instanceid")
        /// The profile of the port.
        public let profileID = Field<String>("parameters/@profileid")
        /// The port's own number.
        public let interfaceID = Field<UUID>("parameters/@interfaceid")

        /// All fields.
        public static let all = Self()

        /// The kinds of switch.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Open vSwitch.
            public static let openVSwitch: Self = "openvswitch"
            /// A hardware switch by 802.1Qbg.
            public static let vepa: Self = "802.1Qbg"
            /// A hardware switch by 802.1Qbh.
            public static let vnLink: Self = "802.1Qbh"
            /// MidoNet.
            public static let midonet: Self = "midonet"
        }
    }
}
