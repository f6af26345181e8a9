extension DomainDocument {
    /// Where a device sits in the guest: the bus, and the place on it.
    public struct Address: ElementFields {
        /// What kind of place it is; it decides which of the others count.
        public let type = Field<Kind>("@type")
        /// The PCI domain.
        public let domain = Field<Int>("@domain")
        /// The bus of PCI, drives, USB, virtio-serial and smart cards.
        public let bus = Field<Int>("@bus")
        /// The slot on the PCI bus, of a smart card or of a memory module.
        public let slot = Field<Int>("@slot")
        /// The function of the PCI device.
        public let function = Field<Int>("@function")
        /// Whether other functions share the slot.
        public let isMultifunction = Switch(onOff: "@multifunction")
        /// The controller of a drive, a virtio-serial port or a smart card.
        public let controller = Field<Int>("@controller")
        /// The target on the controller of a drive.
        public let target = Field<Int>("@target")
        /// The unit of the target.
        public let unit = Field<Int>("@unit")
        /// The port on the USB bus, such as `1.2`, or on the virtio-serial bus.
        public let port = Field<String>("@port")
        /// The register on the bus of an IBM POWER machine.
        public let register = Field<HexNumber>("@reg")
        /// The first port of an ISA device.
        public let ioBase = Field<HexNumber>("@iobase")
        /// The interrupt of an ISA device.
        public let irq = Field<HexNumber>("@irq")
        /// The channel subsystem of a mainframe.
        public let channelSubsystem = Field<HexNumber>("@cssid")
        /// The set of subchannels of a mainframe.
        public let subchannelSet = Field<HexNumber>("@ssid")
        /// The device's number on a mainframe.
        public let deviceNumber = Field<HexNumber>("@devno")
        /// Where a memory module begins in the guest's memory.
        public let base = Field<HexNumber>("@base")
        /// The user-defined number of a PCI function on a mainframe.
        public let zpciUID = Field<Int>("zpci/@uid")
        /// The function number of a PCI function on a mainframe.
        public let zpciFID = Field<Int>("zpci/@fid")

        /// All fields.
        public static let all = Self()

        /// The kinds of place.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A PCI slot.
            public static let pci: Self = "pci"
            /// A unit on a disk controller.
            public static let drive: Self = "drive"
            /// A port of a virtio-serial controller.
            public static let virtioSerial: Self = "virtio-serial"
            /// A slot of a smart card reader.
            public static let smartCard: Self = "ccid"
            /// A port of a USB hub.
            public static let usb: Self = "usb"
            /// A register of an IBM POWER machine.
            public static let power: Self = "spapr-vio"
            /// A channel of a mainframe.
            public static let mainframe: Self = "ccw"
            /// A place in memory, without a bus.
            public static let virtioMMIO: Self = "virtio-mmio"
            /// The ISA bus.
            public static let isa: Self = "isa"
            /// A slot for memory.
            public static let memorySlot: Self = "dimm"
            /// Nowhere for now.
            public static let unassigned: Self = "unassigned"
        }
    }
}
