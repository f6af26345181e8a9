extension DomainDocument {
    /// A controller that other devices are on.
    public struct Controller: ElementFields {
        /// The kind of bus.
        public let type = Field<Kind>("@type")
        /// Its number among those of its kind.
        public let index = Field<Int>("@index")
        /// What the guest sees, such as `virtio-scsi` or `pcie-root-port`.
        public let model = Field<Model>("@model")
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
        public let modelName = Field<PartName>("model/@name")
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
        public static let all = Self()

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

        /// The models of a controller.
        public struct Model: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// What fits.
            public static let auto: Self = "auto"
            /// Paravirtual SCSI.
            public static let virtioSCSI: Self = "virtio-scsi"
            /// An old SCSI adapter.
            public static let lsiLogic: Self = "lsilogic"
            /// A SAS adapter.
            public static let lsiSAS1068: Self = "lsisas1068"
            /// A newer SAS adapter.
            public static let lsiSAS1078: Self = "lsisas1078"
            /// An old SCSI adapter of VMware's.
            public static let busLogic: Self = "buslogic"
            /// VMware's paravirtual SCSI.
            public static let vmwareSCSI: Self = "vmpvscsi"
            /// That of an IBM POWER machine.
            public static let powerSCSI: Self = "ibmvscsi"
            /// An old SCSI adapter.
            public static let am53c974: Self = "am53c974"
            /// An old SCSI adapter.
            public static let dc390: Self = "dc390"
            /// A SCSI adapter that is part of a board.
            public static let ncr53c90: Self = "ncr53c90"
            /// What fits the machine.
            public static let virtio: Self = "virtio"
            /// For drivers of any age.
            public static let transitional: Self = "virtio-transitional"
            /// For drivers of virtio 1.0 and later.
            public static let nonTransitional: Self = "virtio-non-transitional"
            /// USB 3 of QEMU's own.
            public static let qemuXHCI: Self = "qemu-xhci"
            /// USB 3.
            public static let necXHCI: Self = "nec-xhci"
            /// USB 2.
            public static let ehci: Self = "ehci"
            /// USB 2 of Intel's.
            public static let ich9EHCI1: Self = "ich9-ehci1"
            /// USB 1 beside it.
            public static let ich9UHCI1: Self = "ich9-uhci1"
            /// USB 1 beside it.
            public static let ich9UHCI2: Self = "ich9-uhci2"
            /// USB 1 beside it.
            public static let ich9UHCI3: Self = "ich9-uhci3"
            /// USB 1.
            public static let piix3UHCI: Self = "piix3-uhci"
            /// USB 1.
            public static let piix4UHCI: Self = "piix4-uhci"
            /// USB 1 of VIA's.
            public static let via: Self = "vt82c686b-uhci"
            /// USB 1.
            public static let ohci: Self = "pci-ohci"
            /// Xen's USB 1.
            public static let xenUSB1: Self = "qusb1"
            /// Xen's USB 2.
            public static let xenUSB2: Self = "qusb2"
            /// None, not even the one that libvirt would add.
            public static let absent: Self = "none"
            /// An old IDE controller.
            public static let piix3: Self = "piix3"
            /// An old IDE controller.
            public static let piix4: Self = "piix4"
            /// A newer IDE controller.
            public static let ich6: Self = "ich6"
            /// The first PCI bus.
            public static let pciRoot: Self = "pci-root"
            /// The first PCI Express bus.
            public static let pcieRoot: Self = "pcie-root"
            /// A further PCI bus.
            public static let pciBridge: Self = "pci-bridge"
            /// A PCI bus behind PCI Express.
            public static let dmiBridge: Self = "dmi-to-pci-bridge"
            /// The same, newer.
            public static let pcieBridge: Self = "pcie-to-pci-bridge"
            /// A slot of PCI Express.
            public static let rootPort: Self = "pcie-root-port"
            /// A switch of PCI Express.
            public static let upstreamPort: Self = "pcie-switch-upstream-port"
            /// A slot of a switch.
            public static let downstreamPort: Self = "pcie-switch-downstream-port"
            /// A PCI bus of another NUMA node.
            public static let expander: Self = "pci-expander-bus"
            /// A PCI Express bus of another NUMA node.
            public static let pcieExpander: Self = "pcie-expander-bus"
        }

        /// The parts that PCI controllers are made as.
        public struct PartName: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A further PCI bus.
            public static let pciBridge: Self = "pci-bridge"
            /// A PCI bus behind PCI Express.
            public static let dmiBridge: Self = "i82801b11-bridge"
            /// The same, newer.
            public static let pcieBridge: Self = "pcie-pci-bridge"
            /// A slot of PCI Express.
            public static let rootPort: Self = "pcie-root-port"
            /// A slot of PCI Express by Intel.
            public static let intelRootPort: Self = "ioh3420"
            /// A switch of PCI Express.
            public static let upstreamPort: Self = "x3130-upstream"
            /// A slot of a switch.
            public static let downstreamPort: Self = "xio3130-downstream"
            /// A PCI bus of another NUMA node.
            public static let expander: Self = "pxb"
            /// A PCI Express bus of another NUMA node.
            public static let pcieExpander: Self = "pxb-pcie"
            /// A PCI bus of an IBM POWER machine.
            public static let powerBridge: Self = "spapr-pci-host-bridge"
        }
    }
}
