extension DomainDocument {
    /// A controller that other devices are on.
    public struct Controller: ElementFields {
        /// The kind of bus.
        public let type = Field<Kind>("@type")
        /// Its number among those of its kind.
        public let index = Field<Int>("@index")
        /// What the guest sees, such as `virtio-scsi` or `pcie-root-port`.
        public let model = Field<String>("@model")
        /// The number of ports.
        public let ports = Field<Int>("@ports")
        /// The number of interrupts.
        public let vectors = Field<Int>("@vectors")
        /// The memory that Xen guests may share by it.
        public let maximumGrantFrames = Field<Int>("@maxGrantFrames")
        /// The channels that Xen guests may have by it.
        public let maximumEventChannels = Field<Int>("@maxEventChannels")
        /// The number of queues.
        public let queues = Field<Int>("driver/@queues")
        /// The commands that may wait at a unit.
        public let commandsPerUnit = Field<Int>("driver/@cmd_per_lun")
        /// The sectors that one command may move.
        public let maximumSectors = Field<Int>("driver/@max_sectors")
        /// Whether requests wake a thread without stopping the guest.
        public let usesIOEventFD = Switch(onOff: "driver/@ioeventfd")
        /// The I/O thread that serves it.
        public let ioThread = Field<Int>("driver/@iothread")
        /// What every virtio device can be told.
        public let virtio = Child<VirtioDriver>("driver")
        /// The part that a PCI controller is made as, such as `pcie-root-port`.
        public let modelName = Field<String>("model/@name")
        /// The chassis number of a bridge.
        public let chassisNumber = Field<Int>("target/@chassisNr")
        /// The chassis of a port.
        public let chassis = Field<Int>("target/@chassis")
        /// The port's number.
        public let port = Field<HexNumber>("target/@port")
        /// The first bus of an expander.
        public let busNumber = Field<Int>("target/@busNr")
        /// The index of a host bridge of an IBM POWER machine.
        public let targetIndex = Field<Int>("target/@index")
        /// Whether devices can come and go.
        public let allowsHotplug = Switch(onOff: "target/@hotplug")
        /// The NUMA node of an expander.
        public let numaNode = Field<Int>("target/node")
        /// The room for devices above 4 GiB.
        public let hole64 = Amount("pcihole64")
        /// The first port of a companion USB controller.
        public let masterStartPort = Field<Int>("master/@startport")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `pci.0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public init() {}

        /// The kinds of bus.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// PCI and PCI Express.
            public static let pci: Self = "pci"
            /// SCSI.
            public static let scsi: Self = "scsi"
            /// USB.
            public static let usb: Self = "usb"
            /// SATA.
            public static let sata: Self = "sata"
            /// IDE.
            public static let ide: Self = "ide"
            /// Ports of virtio.
            public static let virtioSerial: Self = "virtio-serial"
            /// Floppy drives.
            public static let floppy: Self = "fdc"
            /// Smart cards.
            public static let smartCard: Self = "ccid"
            /// Xen's.
            public static let xenBus: Self = "xenbus"
            /// ISA.
            public static let isa: Self = "isa"
        }
    }
}
