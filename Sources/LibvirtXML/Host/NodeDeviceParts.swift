extension NodeDeviceDocument {
    /// A device of a mainframe.
    public struct ChannelAddress: ElementFields {
        /// The channel subsystem.
        public let channelSubsystem = Field<HexNumber>("cssid")
        /// The set of subchannels.
        public let subchannelSet = Field<HexNumber>("ssid")
        /// The device's number.
        public let deviceNumber = Field<HexNumber>("devno")

        /// All fields.
        public static let all = Self()
    }

    /// A connection to the PCI Express bus.
    public struct PCILink: ElementFields {
        /// What is told: `cap` what it can, `sta` what it does.
        public let validity = Field<Validity>("@validity")
        /// The port.
        public let port = Field<Int>("@port")
        /// The speed.
        public let speed = Field<String>("@speed")
        /// The number of lanes.
        public let width = Field<Int>("@width")

        /// All fields.
        public static let all = Self()

        /// What is told of a connection.
        public struct Validity: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// What it can.
            public static let capable: Self = "cap"
            /// What it does.
            public static let actual: Self = "sta"
        }
    }

    /// Something that a mediated device is made with.
    public struct Attribute: ElementFields {
        /// What.
        public let name = Field<String>("@name")
        /// Its value.
        public let value = Field<String>("@value")

        /// All fields.
        public static let all = Self()
    }

    /// A kind of mediated device.
    public struct MediatedType: ElementFields {
        /// Its name for the kernel.
        public let identifier = Field<String>("@id")
        /// Its name for people.
        public let name = Field<String>("name")
        /// How guests are given it, such as `vfio-pci`.
        public let deviceAPI = Field<DomainDocument.HostDevice.Model>("deviceAPI")
        /// How many can be made.
        public let available = Field<Int>("availableInstances")

        /// All fields.
        public static let all = Self()
    }

    /// What a device tells of itself.
    public struct ProductData: ElementFields {
        /// Whether it can be changed.
        public let access = Field<Access>("@access")
        /// The level of changes.
        public let changeLevel = Field<String>("change_level")
        /// The manufacturer.
        public let manufacturer = Field<String>("manufacture_id")
        /// The number of the part.
        public let partNumber = Field<String>("part_number")
        /// The serial number.
        public let serialNumber = Field<String>("serial_number")
        /// The owner's mark.
        public let assetTag = Field<String>("asset_tag")
        /// What the vendor tells.
        public let vendorFields = Children<ProductField>("vendor_field")
        /// What the system keeps there.
        public let systemFields = Children<ProductField>("system_field")

        /// All fields.
        public static let all = Self()

        /// Whether what a device tells can be changed.
        public struct Access: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It cannot.
            public static let readOnly: Self = "readonly"
            /// It can.
            public static let readWrite: Self = "readwrite"
        }
    }

    /// One thing that a device tells of itself.
    public struct ProductField: ElementFields {
        /// Its letter.
        public let index = Field<String>("@index")
        /// The text.
        public let value = Field<String>("")

        /// All fields.
        public static let all = Self()
    }
}
