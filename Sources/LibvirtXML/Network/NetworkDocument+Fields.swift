public import FoundationEssentials

extension NetworkDocument {
    /// What a definition says of a network as a whole.
    public struct Fields: ElementFields {
        /// The adapters on it, as libvirt reports it.
        public let connections = Field<Int>("@connections")
        /// Whether guests without an address speak IPv6 among each other.
        public let hasIPv6 = Switch(yesNo: "@ipv6")
        /// Whether the host follows the receive filters that guests set.
        public let trustsGuestFilters = Switch(yesNo: "@trustGuestRxFilters")
        /// The name, unique on a host.
        public let name = Field<String>("name")
        /// The identity; libvirt makes one up for a definition without.
        public let uuid = Field<UUID>("uuid")
        /// A line for people.
        public let title = Field<String>("title")
        /// A text for people.
        public let summary = Field<String>("description")
        /// What other programs keep with the definition.
        public let metadata = MetadataField()
        /// How guests get out.
        public let forward = Child<Forward>("forward")
        /// The bridge of the host that guests are on.
        public let bridge = Field<String>("bridge/@name")
        /// How long a new port of the bridge waits.
        public let bridgeDelay = Time("bridge/@delay", .seconds)
        /// Whether the bridge speaks the spanning tree protocol.
        public let hasSpanningTree = Switch(onOff: "bridge/@stp")
        /// The zone of the host's firewall that the bridge is in.
        public let firewallZone = Field<String>("bridge/@zone")
        /// Who fills the bridge's table.
        public let tableManager = Field<DomainDocument.InterfaceSource.TableManager>("bridge/@macTableManager")
        /// The hardware address of the bridge.
        public let mac = Field<String>("mac/@address")
        /// The largest packet.
        public let mtu = Field<Int>("mtu/@size")
        /// The domain of the guests' names.
        public let domainName = Field<String>("domain/@name")
        /// Whether names in that domain are never asked for outside.
        public let isDomainLocal = Switch(yesNo: "domain/@localOnly")
        /// The name server for the guests.
        public let dns = Child<DNS>("dns")
        /// The host's addresses on the network.
        public let addresses = Children<Address>("ip")
        /// The routes to networks behind guests.
        public let routes = Children<DomainDocument.Route>("route")
        /// The kinds of port that adapters can ask for.
        public let portGroups = Children<PortGroup>("portgroup")
        /// The most that may pass.
        public let bandwidth = Child<DomainDocument.Bandwidth>("bandwidth")
        /// The virtual LANs that guests are in.
        public let vlan = Child<DomainDocument.VLAN>("vlan")
        /// The ports of guests on a switch.
        public let virtualPort = Child<DomainDocument.VirtualPort>("virtualport")
        /// Whether guests are out of each other's reach.
        public let isIsolated = Switch(yesNo: "port/@isolated")
        /// What the name and address server is told besides.
        public let dnsmasqOptions = Values<String>("dnsmasq:options/dnsmasq:option/@value")

        /// All fields.
        public static let all = Self()
    }
}
