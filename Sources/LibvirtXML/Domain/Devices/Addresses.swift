extension DomainDocument {
    /// An address of an adapter.
    public struct InterfaceAddress: ElementFields {
        /// The family: `ipv4` or `ipv6`.
        public let family = Field<String>("@family")
        /// The address.
        public let address = Field<String>("@address")
        /// The bits of the network.
        public let prefix = Field<Int>("@prefix")
        /// The address of the other end.
        public let peer = Field<String>("@peer")

        /// All fields.
        public static let all = Self()
    }

    /// A route to a network.
    public struct Route: ElementFields {
        /// The family: `ipv4` or `ipv6`.
        public let family = Field<String>("@family")
        /// The network's address.
        public let address = Field<String>("@address")
        /// The bits of the network.
        public let prefix = Field<Int>("@prefix")
        /// The same as a mask.
        public let netmask = Field<String>("@netmask")
        /// The way to it.
        public let gateway = Field<String>("@gateway")
        /// How far it is.
        public let metric = Field<Int>("@metric")

        /// All fields.
        public static let all = Self()
    }

    /// The host's ports that lead into a guest.
    public struct PortForward: ElementFields {
        /// The protocol.
        public let transport = Field<Transport>("@proto")
        /// The host's address.
        public let address = Field<String>("@address")
        /// The host's adapter.
        public let device = Field<String>("@dev")
        /// The ports.
        public let ranges = Children<PortRange>("range")

        /// All fields.
        public static let all = Self()

        /// The protocol of a port.
        public struct Transport: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// TCP.
            public static let tcp: Self = "tcp"
            /// UDP.
            public static let udp: Self = "udp"
        }
    }

    /// Ports in a row.
    public struct PortRange: ElementFields {
        /// The first.
        public let start = Field<Int>("@start")
        /// The last.
        public let end = Field<Int>("@end")
        /// The first in the guest.
        public let to = Field<Int>("@to")
        /// Whether these are left out of the ranges before.
        public let isExcluded = Switch(yesNo: "@exclude")

        /// All fields.
        public static let all = Self()
    }
}
