extension DomainDocument {
    /// A device of the host that a guest is given.
    public struct HostDevice: ElementFields {
        /// How it is given.
        public let mode = Field<Mode>("@mode")
        /// What kind of device it is.
        public let type = Field<Kind>("@type")
        /// Whether libvirt takes it from the host and gives it back.
        public let isManaged = Switch(yesNo: "@managed")
        /// What hands a mediated device over, such as `vfio-pci`.
        public let model = Field<Model>("@model")
        /// Whether a mediated device shows a screen.
        public let showsDisplay = Switch(onOff: "@display")
        /// Whether that screen shows the boot as well.
        public let showsBoot = Switch(onOff: "@ramfb")
        /// Whether the guest may send it raw commands.
        public let hasRawAccess = Switch(yesNo: "@rawio")
        /// Which SCSI commands of the guest are let through.
        public let genericSCSI = Field<Disk.GenericSCSI>("@sgio")
        /// Which device it is.
        public let source = Child<HostDeviceSource>("source")
        /// What hands it over, such as `vfio`.
        public let driverName = Field<Launcher>("driver/@name")
        /// Its place in the boot order, from 1.
        public let bootOrder = Field<Int>("boot/@order")
        /// What a mainframe is to load from it.
        public let loadParameter = Field<String>("boot/@loadparm")
        /// The boot code on it.
        public let rom = Child<OptionROM>("rom")
        /// Whether the guest may not write to it.
        public let isReadOnly = Presence("readonly")
        /// Whether several guests may use it at once.
        public let isShareable = Presence("shareable")
        /// The addresses of an adapter in a container.
        public let addresses = Children<InterfaceAddress>("ip")
        /// The routes of an adapter in a container.
        public let routes = Children<Route>("route")
        /// Its part in a pair of adapters that survives a migration.
        public let teaming = Field<NetworkInterface.Teaming>("teaming/@type")
        /// The alias of the adapter that stays.
        public let teamPartner = Field<String>("teaming/@persistent")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `hostdev0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()

        /// The kinds of host device.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A PCI device.
            public static let pci: Self = "pci"
            /// A USB device.
            public static let usb: Self = "usb"
            /// A unit of a SCSI adapter.
            public static let scsi: Self = "scsi"
            /// A SCSI adapter of the kernel's vhost.
            public static let scsiHost: Self = "scsi_host"
            /// A part of a device.
            public static let mediated: Self = "mdev"
            /// A block device, for a container.
            public static let storage: Self = "storage"
            /// A character device, for a container.
            public static let misc: Self = "misc"
            /// A network adapter, for a container.
            public static let net: Self = "net"
        }

        /// How a device of the host is given.
        public struct Mode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Whole, to a machine.
            public static let subsystem: Self = "subsystem"
            /// By its name, to a container.
            public static let capabilities: Self = "capabilities"
        }

        /// What hands a mediated device or a SCSI adapter over.
        public struct Model: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// As a PCI device.
            public static let vfioPCI: Self = "vfio-pci"
            /// As a mainframe's device.
            public static let vfioCCW: Self = "vfio-ccw"
            /// As a mainframe's crypto card.
            public static let vfioAP: Self = "vfio-ap"
            /// By virtio, as it fits the machine.
            public static let virtio: Self = "virtio"
            /// By virtio, for drivers of any age.
            public static let transitional: Self = "virtio-transitional"
            /// By virtio, for drivers of virtio 1.0 and later.
            public static let nonTransitional: Self = "virtio-non-transitional"
        }
    }

    /// Which device of the host a guest is given.
    public struct HostDeviceSource: ElementFields {
        /// What happens when it is not there.
        public let startupPolicy = Field<StartupPolicy>("@startupPolicy")
        /// What a reset by the guest does to a USB device.
        public let guestReset = Field<GuestReset>("@guestReset")
        /// Whether writes to its configuration are checked.
        public let filtersWrites = Switch(yesNo: "@writeFiltering")
        /// The vendor of a USB device.
        public let vendor = Field<HexNumber>("vendor/@id")
        /// The product of a USB device.
        public let product = Field<HexNumber>("product/@id")
        /// Its place on the host's bus.
        public let address = Child<HostAddress>("address")
        /// What it is reached by.
        public let protocolName = Field<BusProtocol>("@protocol")
        /// The name of an iSCSI target.
        public let name = Field<String>("@name")
        /// The port of a vhost adapter.
        public let wwpn = Field<String>("@wwpn")
        /// The iSCSI servers.
        public let hosts = Children<Server>("host")
        /// Who logs in to an iSCSI server.
        public let credentials = Child<Credentials>("auth")
        /// The name by which an iSCSI server knows us.
        public let initiator = Field<String>("initiator/iqn/@name")
        /// The SCSI adapter of the host.
        public let adapter = Child<SCSIAdapter>("adapter")
        /// The block device, for a container.
        public let block = Field<String>("block")
        /// The character device, for a container.
        public let character = Field<String>("char")
        /// The network adapter, for a container.
        public let interface = Field<String>("interface")

        /// All fields.
        public static let all = Self()

        /// What a reset by the guest does to a USB device.
        public struct GuestReset: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Nothing.
            public static let off: Self = "off"
            /// A reset, once.
            public static let uninitialised: Self = "uninitialized"
            /// A reset.
            public static let on: Self = "on"
        }

        /// What a SCSI device is reached by.
        public struct BusProtocol: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// An adapter of the host.
            public static let adapter: Self = "adapter"
            /// iSCSI.
            public static let iscsi: Self = "iscsi"
            /// The kernel's vhost.
            public static let vhost: Self = "vhost"
        }
    }
}
