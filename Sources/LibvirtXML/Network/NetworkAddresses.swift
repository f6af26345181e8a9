extension NetworkDocument {
    /// An address of the host on a network, and what guests get there.
    public struct Address: ElementFields {
        /// The family: `ipv4` or `ipv6`.
        public let family = Field<String>("@family")
        /// The address.
        public let address = Field<String>("@address")
        /// The mask of the network.
        public let netmask = Field<String>("@netmask")
        /// The same in bits.
        public let prefix = Field<Int>("@prefix")
        /// Whether names of its addresses are never asked for outside.
        public let hasLocalPointers = Switch(yesNo: "@localPtr")
        /// The folder with files to boot from.
        public let bootFolder = Field<String>("tftp/@root")
        /// The addresses for guests.
        public let ranges = Children<DHCPRange>("dhcp/range")
        /// The addresses that are kept for single guests.
        public let hosts = Children<DHCPHost>("dhcp/host")
        /// The file that guests boot from.
        public let bootFile = Field<String>("dhcp/bootp/@file")
        /// The server of that file.
        public let bootServer = Field<String>("dhcp/bootp/@server")

        /// All fields.
        public static let all = Self()
    }

    /// Addresses for guests.
    public struct DHCPRange: ElementFields {
        /// The first.
        public let start = Field<String>("@start")
        /// The last.
        public let end = Field<String>("@end")
        /// How long a guest may keep one, in ``leaseUnit``; 0 for ever.
        public let leaseExpiry = Field<Int>("lease/@expiry")
        /// What the time counts; minutes when nothing is said.
        public let leaseUnit = Field<LeaseUnit>("lease/@unit")

        /// All fields.
        public static let all = Self()
    }

    /// An address that is kept for one guest.
    public struct DHCPHost: ElementFields {
        /// The guest's hardware address.
        public let mac = Field<String>("@mac")
        /// The guest's number of IPv6.
        public let number = Field<String>("@id")
        /// The name that it gets.
        public let name = Field<String>("@name")
        /// The address that it gets.
        public let address = Field<String>("@ip")
        /// How long it may keep it, in ``leaseUnit``; 0 for ever.
        public let leaseExpiry = Field<Int>("lease/@expiry")
        /// What the time counts; minutes when nothing is said.
        public let leaseUnit = Field<LeaseUnit>("lease/@unit")

        /// All fields.
        public static let all = Self()
    }

    /// What the time of a lease counts.
    public struct LeaseUnit: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Seconds.
        public static let seconds: Self = "seconds"
        /// Minutes.
        public static let minutes: Self = "minutes"
        /// Hours.
        public static let hours: Self = "hours"
    }

    /// A kind of port that adapters can ask for.
    public struct PortGroup: ElementFields {
        /// Its name.
        public let name = Field<String>("@name")
        /// Whether those get it that ask for none.
        public let isDefault = Switch(yesNo: "@default")
        /// Whether the host follows the receive filters that guests set.
        public let trustsGuestFilters = Switch(yesNo: "@trustGuestRxFilters")
        /// The most that may pass.
        public let bandwidth = Child<DomainDocument.Bandwidth>("bandwidth")
        /// The virtual LANs that guests are in.
        public let vlan = Child<DomainDocument.VLAN>("vlan")
        /// The ports of guests on a switch.
        public let virtualPort = Child<DomainDocument.VirtualPort>("virtualport")

        /// All fields.
        public static let all = Self()
    }
}
