public import FoundationEssentials

extension NodeDeviceDocument {
    /// What a device of the host is and can do; which of the fields are there follows from the type.
    public struct Capability: ElementFields {
        /// What it is, such as `pci`, `usb_device`, `net`, `storage` or `mdev`.
        public let type = Field<Kind>("@type")
        /// The most virtual functions.
        public let maximumCount = Field<Int>("@maxCount")
        /// The PCI domain.
        public let domain = Field<Int>("domain")
        /// The bus, or the kind of bus that a storage device is on.
        public let bus = Field<String>("bus")
        /// The slot on the PCI bus.
        public let slot = Field<Int>("slot")
        /// The function of the PCI device.
        public let function = Field<Int>("function")
        /// The device on the USB bus.
        public let device = Field<Int>("device")
        /// The class of the device.
        public let deviceClass = Field<String>("class")
        /// The subclass of a USB interface.
        public let subclass = Field<Int>("subclass")
        /// The protocol of a USB interface.
        public let protocolNumber = Field<Int>("protocol")
        /// The number of a USB interface.
        public let interfaceNumber = Field<Int>("number")
        /// What it is, for people.
        public let summary = Field<String>("description")
        /// The vendor.
        public let vendor = Field<String>("vendor")
        /// The vendor's number.
        public let vendorID = Field<HexNumber>("vendor/@id")
        /// The product.
        public let product = Field<String>("product")
        /// The product's number.
        public let productID = Field<HexNumber>("product/@id")
        /// The model.
        public let model = Field<String>("model")
        /// The serial number.
        public let serial = Field<String>("serial")
        /// The NUMA node that it is near to.
        public let numaNode = Field<Int>("numa/@node")
        /// The devices that can only be handed over together, by number.
        public let iommuGroup = Field<Int>("iommuGroup/@number")
        /// Those devices.
        public let iommuMembers = Children<DomainDocument.HostAddress>("iommuGroup/address")
        /// The connection to the PCI Express bus.
        public let links = Children<PCILink>("pci-express/link")
        /// The functions of a device.
        public let addresses = Children<DomainDocument.HostAddress>("address")
        /// The hardware address of an adapter.
        public let address = Field<String>("address")
        /// The adapter's name for the host.
        public let interface = Field<String>("interface")
        /// The speed of an adapter in megabits a second.
        public let linkSpeed = Field<Int>("link/@speed")
        /// Whether the cable is in.
        public let linkState = Field<InterfaceDocument.Fields.LinkState>("link/@state")
        /// What an adapter does by itself.
        public let features = Values<String>("feature/@name")
        /// The block device.
        public let block = Field<String>("block")
        /// The character device.
        public let character = Field<String>("char")
        /// The character device of a device for vDPA.
        public let characterDevice = Field<String>("chardev")
        /// What a storage device is, such as `disk` or `cdrom`.
        public let driveType = Field<String>("drive_type")
        /// The size of a storage device.
        public let size = Amount("size", always: .bytes)
        /// The size of a block.
        public let blockSize = Amount("logical_block_size", always: .bytes)
        /// The number of blocks.
        public let blocks = Field<Int>("num_blocks")
        /// Whether something is in a drive: 0 or 1.
        public let isMediaThere = Field<Int>("media_available")
        /// What is in a drive.
        public let mediaLabel = Field<String>("media_label")
        /// The size of what is in a drive.
        public let mediaSize = Amount("media_size", always: .bytes)
        /// The number of a SCSI adapter.
        public let host = Field<Int>("host")
        /// The number of a SCSI adapter in its machine.
        public let uniqueID = Field<Int>("unique_id")
        /// The target on a SCSI adapter.
        public let target = Field<String>("target")
        /// The unit of the target.
        public let unit = Field<Int>("lun")
        /// The remote port of a target.
        public let remotePort = Field<String>("rport")
        /// The node name.
        public let wwnn = Field<String>("wwnn")
        /// The port name.
        public let wwpn = Field<String>("wwpn")
        /// The fabric.
        public let fabric = Field<String>("fabric_wwn")
        /// The virtual adapters that are made.
        public let virtualPorts = Field<Int>("vports")
        /// The most virtual adapters.
        public let maximumVirtualPorts = Field<Int>("max_vports")
        /// The maker of the machine.
        public let hardwareVendor = Field<String>("hardware/vendor")
        /// The version of the machine.
        public let hardwareVersion = Field<String>("hardware/version")
        /// The serial number of the machine.
        public let hardwareSerial = Field<String>("hardware/serial")
        /// The identity of the machine.
        public let hardwareUUID = Field<UUID>("hardware/uuid")
        /// The maker of the firmware.
        public let firmwareVendor = Field<String>("firmware/vendor")
        /// The version of the firmware.
        public let firmwareVersion = Field<String>("firmware/version")
        /// The date of the firmware.
        public let firmwareDate = Field<String>("firmware/release_date")
        /// The channel subsystem of a mainframe.
        public let channelSubsystem = Field<HexNumber>("cssid")
        /// The set of subchannels of a mainframe.
        public let subchannelSet = Field<HexNumber>("ssid")
        /// The device's number on a mainframe.
        public let deviceNumber = Field<HexNumber>("devno")
        /// The device behind a subchannel.
        public let channelAddress = Child<ChannelAddress>("channel_dev_addr")
        /// The adapter of a mainframe's crypto card.
        public let apAdapter = Field<HexNumber>("ap-adapter")
        /// The domain of a mainframe's crypto card.
        public let apDomain = Field<HexNumber>("ap-domain")
        /// What a graphics or mediated device is, as a word.
        public let kindName = Field<String>("type")
        /// The type of a mediated device.
        public let kindID = Field<String>("type/@id")
        /// The identity of a mediated device.
        public let uuid = Field<UUID>("uuid")
        /// The device that a mediated device is on.
        public let parentAddress = Field<String>("parent_addr")
        /// What a mediated device is made with.
        public let attributes = Children<Attribute>("attr")
        /// The kinds of mediated device that can be made.
        public let mediatedTypes = Children<MediatedType>("type")
        /// The product by its own data.
        public let name = Field<String>("name")
        /// What the device tells of itself.
        public let productData = Children<ProductData>("fields")
        /// What it can do besides.
        public let capabilities = Children<Capability>("capability")

        /// All fields.
        public static let all = Self()

        /// What a device of the host is or can do.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The machine.
            public static let system: Self = "system"
            /// A PCI device.
            public static let pci: Self = "pci"
            /// A USB device.
            public static let usbDevice: Self = "usb_device"
            /// A part of a USB device.
            public static let usbInterface: Self = "usb"
            /// A network adapter.
            public static let net: Self = "net"
            /// A SCSI adapter.
            public static let scsiHost: Self = "scsi_host"
            /// A target on a SCSI adapter.
            public static let scsiTarget: Self = "scsi_target"
            /// A unit of a target.
            public static let scsi: Self = "scsi"
            /// The raw device of a unit.
            public static let scsiGeneric: Self = "scsi_generic"
            /// A storage device.
            public static let storage: Self = "storage"
            /// A graphics processor.
            public static let graphics: Self = "drm"
            /// A mediated device.
            public static let mediated: Self = "mdev"
            /// A mainframe's device.
            public static let channelDevice: Self = "ccw"
            /// A mainframe's subchannel.
            public static let subchannel: Self = "css"
            /// A mainframe's crypto card.
            public static let cryptoCard: Self = "ap_card"
            /// A queue of such a card.
            public static let cryptoQueue: Self = "ap_queue"
            /// All such cards.
            public static let cryptoMatrix: Self = "ap_matrix"
            /// An adapter for vDPA.
            public static let vdpa: Self = "vdpa"
            /// Ethernet.
            public static let ethernet: Self = "80203"
            /// A wireless network.
            public static let wireless: Self = "80211"
            /// The device that a virtual function is of.
            public static let physicalFunction: Self = "phys_function"
            /// The virtual functions of a device.
            public static let virtualFunctions: Self = "virt_functions"
            /// The kinds of mediated device that can be made.
            public static let mediatedTypes: Self = "mdev_types"
            /// A bridge.
            public static let pciBridge: Self = "pci-bridge"
            /// A bridge for cards.
            public static let cardBusBridge: Self = "cardbus-bridge"
            /// What the device tells of itself.
            public static let productData: Self = "vpd"
            /// A storage network.
            public static let fibreChannel: Self = "fc_host"
            /// Virtual adapters.
            public static let virtualPorts: Self = "vport_ops"
            /// A remote port of a storage network.
            public static let remotePort: Self = "fc_remote_port"
            /// Something can be put in.
            public static let removable: Self = "removable"
            /// It can come and go.
            public static let hotpluggable: Self = "hotpluggable"
        }
    }
}
