extension DomainDocument {
    /// How a guest boots: the `<os>` part of a definition.
    public struct OperatingSystem: ElementFields {
        /// What kind of system it is: `hvm` for a full machine, `exe` for a container.
        public let type = Field<String>("type")
        /// The processor architecture, such as `x86_64`.
        public let architecture = Field<String>("type/@arch")
        /// The machine type, such as `q35` or `pc`.
        public let machine = Field<String>("type/@machine")
        /// The firmware that libvirt picks by itself.
        public let firmware = Field<Firmware>("@firmware")
        /// What the firmware must be able to do.
        public let firmwareFeatures = Children<FirmwareFeature>("firmware/feature")
        /// The firmware's file.
        public let loader = Field<String>("loader")
        /// How the firmware is put into memory.
        public let loaderType = Field<LoaderKind>("loader/@type")
        /// Whether the guest may not write to the firmware.
        public let isLoaderReadOnly = Switch(yesNo: "loader/@readonly")
        /// Whether the firmware keeps its variables from the guest's system.
        public let isLoaderSecure = Switch(yesNo: "loader/@secure")
        /// Whether the firmware keeps no variables.
        public let isLoaderStateless = Switch(yesNo: "loader/@stateless")
        /// The file with the firmware's variables.
        public let nvram = Field<String>("nvram")
        /// The file that a new file of variables is copied from.
        public let nvramTemplate = Field<String>("nvram/@template")
        /// What the firmware's variables are kept on, when it is no file.
        public let nvramType = Field<DiskType>("nvram/@type")
        /// Where the firmware's variables are, when it is no file.
        public let nvramSource = Child<StorageSource>("nvram/source")
        /// The kernel that is booted directly.
        public let kernel = Field<String>("kernel")
        /// The initial RAM disk that goes with the kernel.
        public let initrd = Field<String>("initrd")
        /// The kernel's command line.
        public let commandLine = Field<String>("cmdline")
        /// The device tree that goes with the kernel.
        public let deviceTree = Field<String>("dtb")
        /// The root file system that goes with the kernel.
        public let root = Field<String>("root")
        /// The kinds of device that are tried in turn, such as `hd` and `cdrom`.
        public let bootDevices = Values<BootDevice>("boot/@dev")
        /// Whether firmware offers a menu.
        public let showsBootMenu = Switch(yesNo: "bootmenu/@enable")
        /// How long the menu waits.
        public let bootMenuTimeout = Time("bootmenu/@timeout", .milliseconds)
        /// What the guest reads of its maker.
        public let systemInfoSource = Field<SystemInfoSource>("smbios/@mode")
        /// Whether the BIOS writes to the first serial port.
        public let usesSerialForBIOS = Switch(yesNo: "bios/@useserial")
        /// When the BIOS tries again after it found nothing to boot; below 0 for never.
        public let rebootTimeout = Time("bios/@rebootTimeout", .milliseconds)
        /// The table that is added to the firmware's.
        public let acpiTable = Field<String>("acpi/table")
        /// What that table is: `slic`.
        public let acpiTableType = Field<String>("acpi/table/@type")
        /// The program that a container starts.
        public let initProgram = Field<String>("init")
        /// What that program is told.
        public let initArguments = Values<String>("initarg")
        /// The environment of that program.
        public let initEnvironment = Children<InitVariable>("initenv")
        /// The folder that the program starts in.
        public let initFolder = Field<String>("initdir")
        /// The user that the program runs as.
        public let initUser = Field<String>("inituser")
        /// The group that the program runs as.
        public let initGroup = Field<String>("initgroup")

        /// All fields.
        public static let all = Self()

        /// How firmware is put into memory.
        public struct LoaderKind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// As memory that cannot be written.
            public static let rom: Self = "rom"
            /// As a flash chip, which UEFI needs.
            public static let flash: Self = "pflash"
        }

        /// What a guest reads of its maker.
        public struct SystemInfoSource: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// What the emulator says.
            public static let emulate: Self = "emulate"
            /// What the host's firmware says.
            public static let host: Self = "host"
            /// What the definition says.
            public static let definition: Self = "sysinfo"
        }

        /// The kinds of firmware that libvirt picks.
        public struct Firmware: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// UEFI.
            public static let efi: Self = "efi"
            /// The old one.
            public static let bios: Self = "bios"
        }

        /// The kinds of device that a guest boots from.
        public struct BootDevice: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A hard disk.
            public static let disk: Self = "hd"
            /// A CD-ROM drive.
            public static let cdrom: Self = "cdrom"
            /// A floppy drive.
            public static let floppy: Self = "fd"
            /// The network.
            public static let network: Self = "network"
        }
    }

    /// Something that firmware must, or must not, be able to do.
    public struct FirmwareFeature: ElementFields {
        /// What it is.
        public let name = Field<Name>("@name")
        /// Whether it must.
        public let isEnabled = Switch(yesNo: "@enabled")

        /// All fields.
        public static let all = Self()

        /// What firmware can do.
        public struct Name: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It starts signed systems only.
            public static let secureBoot: Self = "secure-boot"
            /// It knows whose signatures count.
            public static let enrolledKeys: Self = "enrolled-keys"
        }
    }

    /// A variable of the environment of a container's program.
    public struct InitVariable: ElementFields {
        /// Its name.
        public let name = Field<String>("@name")
        /// Its value.
        public let value = Field<String>("")

        /// All fields.
        public static let all = Self()
    }
}
