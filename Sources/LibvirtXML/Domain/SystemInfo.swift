extension DomainDocument {
    /// What firmware tells the guest of its maker.
    public struct SystemInfo: ElementFields {
        /// How it is told.
        public let type = Field<Kind>("@type")
        /// The firmware.
        public let bios = Children<SystemInfoEntry>("bios/entry")
        /// The machine.
        public let system = Children<SystemInfoEntry>("system/entry")
        /// The board.
        public let board = Children<SystemInfoEntry>("baseBoard/entry")
        /// The case.
        public let chassis = Children<SystemInfoEntry>("chassis/entry")
        /// The maker's own texts.
        public let strings = Values<String>("oemStrings/entry")
        /// Files for the guest's firmware, for `fwcfg`.
        public let entries = Children<SystemInfoEntry>("entry")

        /// All fields.
        public static let all = Self()

        /// How firmware tells the guest of its maker.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// By SMBIOS.
            public static let smbios: Self = "smbios"
            /// By QEMU's own files.
            public static let firmwareConfiguration: Self = "fwcfg"
        }
    }

    /// One thing that firmware tells.
    public struct SystemInfoEntry: ElementFields {
        /// What is told, such as `manufacturer`.
        public let name = Field<String>("@name")
        /// The file whose content is told.
        public let file = Field<String>("@file")
        /// The text that is told.
        public let value = Field<String>("")

        /// All fields.
        public static let all = Self()
    }

    /// Something that is counted while the guest runs.
    public struct PerformanceEvent: ElementFields {
        /// What is counted, such as `cpu_cycles`.
        public let name = Field<String>("@name")
        /// Whether it is.
        public let isEnabled = Switch(yesNo: "@enabled")

        /// All fields.
        public static let all = Self()
    }

    /// The host's users or groups that those of a container are.
    public struct IDMap: ElementFields {
        /// The first in the container.
        public let start = Field<Int>("@start")
        /// What that one is on the host.
        public let target = Field<Int>("@target")
        /// How many there are.
        public let count = Field<Int>("@count")

        /// All fields.
        public static let all = Self()
    }
}
