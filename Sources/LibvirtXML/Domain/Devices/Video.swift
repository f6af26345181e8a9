extension DomainDocument {
    /// A graphics adapter of a guest.
    public struct Video: ElementFields {
        /// What the guest sees.
        public let model = Field<Model>("model/@type")
        /// Whether the guest boots on it.
        public let isPrimary = Switch(yesNo: "model/@primary")
        /// The number of screens.
        public let heads = Field<Int>("model/@heads")
        /// Its memory.
        public let memory = Amount("model/@vram", always: .kibibytes)
        /// Its memory above 4 GiB.
        public let memory64 = Amount("model/@vram64", always: .kibibytes)
        /// The size of its first region of memory.
        public let systemMemory = Amount("model/@ram", always: .kibibytes)
        /// The part of its memory for the old VGA modes.
        public let vgaMemory = Amount("model/@vgamem", always: .kibibytes)
        /// Whether it draws in three dimensions.
        public let accelerates3D = Switch(yesNo: "model/acceleration/@accel3d")
        /// Whether it draws videos.
        public let accelerates2D = Switch(yesNo: "model/acceleration/@accel2d")
        /// The host's graphics processor.
        public let renderNode = Field<String>("model/acceleration/@rendernode")
        /// The least width of the screen that is offered.
        public let width = Field<Int>("model/resolution/@x")
        /// The least height of the screen that is offered.
        public let height = Field<Int>("model/resolution/@y")
        /// What draws.
        public let driverName = Field<Driver>("driver/@name")
        /// Whether the old VGA ports are there.
        public let vgaConfiguration = Field<VGAConfiguration>("driver/@vgaconf")
        /// What every virtio device can be told.
        public let virtio = Child<VirtioDriver>("driver")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `video0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()

        /// The models of a graphics adapter.
        public struct Model: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Paravirtual, with 3D.
            public static let virtio: Self = "virtio"
            /// What every system knows.
            public static let vga: Self = "vga"
            /// For SPICE.
            public static let qxl: Self = "qxl"
            /// An old one of Cirrus Logic's.
            public static let cirrus: Self = "cirrus"
            /// A plain one, for UEFI.
            public static let bochs: Self = "bochs"
            /// A piece of memory, for the time of boot.
            public static let ramfb: Self = "ramfb"
            /// VMware's.
            public static let vmware: Self = "vmvga"
            /// Xen's.
            public static let xen: Self = "xen"
            /// VirtualBox's.
            public static let virtualBox: Self = "vbox"
            /// UEFI's, on bhyve.
            public static let gop: Self = "gop"
            /// No adapter, not even one that libvirt would add.
            public static let absent: Self = "none"
        }

        /// What draws.
        public struct Driver: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The emulator.
            public static let qemu: Self = "qemu"
            /// Another process.
            public static let vhostUser: Self = "vhostuser"
        }

        /// Whether the old VGA ports are there.
        public struct VGAConfiguration: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The ports are.
            public static let io: Self = "io"
            /// The ports and the memory are.
            public static let on: Self = "on"
            /// They are not.
            public static let off: Self = "off"
        }
    }
}
