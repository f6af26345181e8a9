public import FoundationEssentials

extension NWFilterDocument {
    /// What a definition says of a filter.
    public struct Fields: ElementFields {
        /// The name, unique on a host.
        public let name = Field<String>("@name")
        /// The chain of rules that it is in, such as `root` or `ipv4`.
        public let chain = Field<String>("@chain")
        /// When the chain is looked at; the smallest comes first.
        public let priority = Field<Int>("@priority")
        /// The identity; libvirt makes one up for a definition without.
        public let uuid = Field<UUID>("uuid")
        /// The filters that are part of it.
        public let references = Children<Reference>("filterref")
        /// The rules.
        public let rules = Children<Rule>("rule")

        /// All fields.
        public static let all = Self()
    }

    /// A filter that is part of another.
    public struct Reference: ElementFields {
        /// Its name.
        public let filter = Field<String>("@filter")
        /// The values of its variables.
        public let parameters = Children<DomainDocument.Parameter>("parameter")

        /// All fields.
        public static let all = Self()
    }

    /// What becomes of traffic that matches.
    public struct Rule: ElementFields {
        /// What becomes of it.
        public let action = Field<Action>("@action")
        /// Which way it goes.
        public let direction = Field<Direction>("@direction")
        /// When the rule is looked at; the smallest comes first.
        public let priority = Field<Int>("@priority")
        /// Whether answers are let through by themselves: `0` or `false` for not.
        public let tracksState = Field<String>("@statematch")
        /// Any traffic.
        public let mac = Children<TrafficMatch>("mac")
        /// Traffic of virtual LANs.
        public let vlan = Children<TrafficMatch>("vlan")
        /// The spanning tree protocol.
        public let stp = Children<TrafficMatch>("stp")
        /// The search for hardware addresses.
        public let arp = Children<TrafficMatch>("arp")
        /// The search for addresses.
        public let rarp = Children<TrafficMatch>("rarp")
        /// IPv4.
        public let ip = Children<TrafficMatch>("ip")
        /// IPv6.
        public let ipv6 = Children<TrafficMatch>("ipv6")
        /// TCP over IPv4.
        public let tcp = Children<TrafficMatch>("tcp")
        /// UDP over IPv4.
        public let udp = Children<TrafficMatch>("udp")
        /// UDP-Lite over IPv4.
        public let udplite = Children<TrafficMatch>("udplite")
        /// SCTP over IPv4.
        public let sctp = Children<TrafficMatch>("sctp")
        /// Control messages of IPv4.
        public let icmp = Children<TrafficMatch>("icmp")
        /// Group messages of IPv4.
        public let igmp = Children<TrafficMatch>("igmp")
        /// Encrypted payloads over IPv4.
        public let esp = Children<TrafficMatch>("esp")
        /// Authentication headers over IPv4.
        public let ah = Children<TrafficMatch>("ah")
        /// Whatever is over IPv4.
        public let all = Children<TrafficMatch>("all")
        /// TCP over IPv6.
        public let tcpIPv6 = Children<TrafficMatch>("tcp-ipv6")
        /// UDP over IPv6.
        public let udpIPv6 = Children<TrafficMatch>("udp-ipv6")
        /// UDP-Lite over IPv6.
        public let udpliteIPv6 = Children<TrafficMatch>("udplite-ipv6")
        /// SCTP over IPv6.
        public let sctpIPv6 = Children<TrafficMatch>("sctp-ipv6")
        /// Control messages of IPv6.
        public let icmpIPv6 = Children<TrafficMatch>("icmpv6")
        /// Encrypted payloads over IPv6.
        public let espIPv6 = Children<TrafficMatch>("esp-ipv6")
        /// Authentication headers over IPv6.
        public let ahIPv6 = Children<TrafficMatch>("ah-ipv6")
        /// Whatever is over IPv6.
        public let allIPv6 = Children<TrafficMatch>("all-ipv6")

        /// All fields.
        public static let all = Self()

        /// What becomes of traffic that matches a rule.
        public struct Action: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It is gone.
            public static let drop: Self = "drop"
            /// It is gone, and the sender is told.
            public static let reject: Self = "reject"
            /// It passes.
            public static let accept: Self = "accept"
            /// The chain before goes on.
            public static let returned: Self = "return"
            /// The next rule is looked at.
            public static let next: Self = "continue"
        }

        /// Which way traffic goes.
        public struct Direction: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// To the guest.
            public static let inbound: Self = "in"
            /// From the guest.
            public static let outbound: Self = "out"
            /// Either way.
            public static let both: Self = "inout"
        }
    }
}
