extension DomainDocument {
    /// A USB hub.
    public struct Hub: ElementFields {
        /// The kind of hub: `usb`.
        public let type = Field<String>("@type")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `hub0`.
        public let alias = Field<String>("alias/@name")

        /// All fields.
        public static let all = Self()
    }

    /// A device by which a guest tells that it crashed.
    public struct Panic: ElementFields {
        /// What the guest sees, such as `isa` or `hyperv`.
        public let model = Field<Model>("@model")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `panic0`.
        public let alias = Field<String>("alias/@name")

        /// All fields.
        public static let all = Self()

        /// The devices by which a guest tells that it crashed.
        public struct Model: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A port on the ISA bus.
            public static let isa: Self = "isa"
            /// Microsoft's registers.
            public static let hyperv: Self = "hyperv"
            /// That of an IBM POWER machine.
            public static let power: Self = "pseries"
            /// That of a mainframe.
            public static let mainframe: Self = "s390"
        }
    }

    /// A socket between host and guest.
    public struct VSock: ElementFields {
        /// The generation of the virtio device.
        public let model = Field<VirtioModel>("@model")
        /// Whether libvirt picks the number.
        public let picksNumber = Switch(yesNo: "cid/@auto")
        /// The guest's number.
        public let number = Field<Int>("cid/@address")
        /// What every virtio device can be told.
        public let virtio = Child<VirtioDriver>("driver")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `vsock0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()
    }

    /// A device that encrypts.
    public struct Crypto: ElementFields {
        /// What the guest sees: `virtio`.
        public let model = Field<String>("@model")
        /// The kind of back end: `qemu`.
        public let type = Field<String>("@type")
        /// What does the work, such as `builtin`.
        public let backend = Field<String>("backend/@model")
        /// The number of queues.
        public let queues = Field<Int>("backend/@queues")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `crypto0`.
        public let alias = Field<String>("alias/@name")

        /// All fields.
        public static let all = Self()
    }

    /// A lock that others see, too, so that no two hosts run the guest.
    public struct Lease: ElementFields {
        /// The space that the key is in.
        public let lockspace = Field<String>("lockspace")
        /// The name of the lock.
        public let key = Field<String>("key")
        /// The file that holds the lock.
        public let path = Field<String>("target/@path")
        /// Where in the file it is.
        public let offset = Amount("target/@offset", always: .bytes)

        /// All fields.
        public static let all = Self()
    }

    /// The memory that keeps an IBM POWER machine's settings.
    public struct NVRAM: ElementFields {
        /// Where it sits in the guest.
        public let address = Child<Address>("address")

        /// All fields.
        public static let all = Self()
    }
}
