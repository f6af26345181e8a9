public import FoundationEssentials

extension DomainDocument {
    /// What a network adapter is connected to.
    public struct InterfaceSource: ElementFields {
        /// The network of libvirt's.
        public let network = Field<String>("@network")
        /// The group of ports of the network.
        public let portGroup = Field<String>("@portgroup")
        /// The port of the network, in a running guest's definition.
        public let portID = Field<String>("@portid")
        /// The bridge.
        public let bridge = Field<String>("@bridge")
        /// The host's adapter.
        public let device = Field<String>("@dev")
        /// How the host's adapter is shared, such as `bridge`, or which end of a socket connects.
        public let mode = Field<String>("@mode")
        /// The kind of a socket.
        public let type = Field<String>("@type")
        /// The socket.
        public let path = Field<String>("@path")
        /// The name of an internal network.
        public let name = Field<String>("@name")
        /// The address of the other guest or of the group.
        public let address = Field<String>("@address")
        /// The port of the other guest or of the group.
        public let port = Field<Int>("@port")
        /// The address of this side of a datagram tunnel.
        public let localAddress = Field<String>("local/@address")
        /// The port of this side of a datagram tunnel.
        public let localPort = Field<Int>("local/@port")
        /// Who fills the bridge's table of addresses.
        public let tableManager = Field<TableManager>("@macTableManager")
        /// Whether an old definition's source was not known.
        public let mayBeMissing = Switch(yesNo: "@missing")
        /// The switch of VMware's.
        public let switchID = Field<UUID>("@switchid")
        /// The group of ports of VMware's switch.
        public let portGroupID = Field<String>("@portgroupid")
        /// The connection to VMware's switch.
        public let connectionID = Field<Int>("@connectionid")
        /// The device of the host that is handed over.
        public let hostAddress = Child<HostAddress>("address")
        /// The vendor of a USB device that is handed over.
        public let vendor = Field<HexNumber>("vendor/@id")
        /// The product of a USB device that is handed over.
        public let product = Field<HexNumber>("product/@id")
        /// The addresses of the host's end.
        public let addresses = Children<InterfaceAddress>("ip")
        /// The routes of the host's end.
        public let routes = Children<Route>("route")
        /// Whether a broken connection is made again.
        public let reconnect = Child<Reconnect>("reconnect")

        /// All fields.
        public static let all = Self()

        /// Who fills a bridge's table of addresses.
        public struct TableManager: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The kernel, by what it sees.
            public static let kernel: Self = "kernel"
            /// libvirt, by what it knows.
            public static let libvirt: Self = "libvirt"
        }
    }

    /// A device of the host by its place on a bus.
    public struct HostAddress: ElementFields {
        /// The kind of bus.
        public let type = Field<Address.Kind>("@type")
        /// The PCI domain.
        public let domain = Field<HexNumber>("@domain")
        /// The bus.
        public let bus = Field<HexNumber>("@bus")
        /// The slot on the PCI bus.
        public let slot = Field<HexNumber>("@slot")
        /// The function of the PCI device.
        public let function = Field<HexNumber>("@function")
        /// Whether other functions share the slot.
        public let isMultifunction = Switch(onOff: "@multifunction")
        /// The device on the USB bus.
        public let device = Field<HexNumber>("@device")
        /// The target on a SCSI adapter.
        public let target = Field<Int>("@target")
        /// The unit of the target.
        public let unit = Field<Int>("@unit")
        /// The mediated device.
        public let uuid = Field<UUID>("@uuid")

        /// All fields.
        public static let all = Self()
    }
}
