extension DomainDocument {
    /// What every virtio device can be told.
    public struct VirtioDriver: ElementFields {
        /// Whether the guest's IOMMU stands between the device and memory.
        public let usesIOMMU = Switch(onOff: "@iommu")
        /// Whether the device may keep translated addresses.
        public let usesATS = Switch(onOff: "@ats")
        /// Whether the rings are packed.
        public let isPacked = Switch(onOff: "@packed")
        /// Whether each queue has a page for its doorbell.
        public let hasPagePerQueue = Switch(onOff: "@page_per_vq")

        /// All fields.
        public static let all = Self()
    }

    /// A device's place in the boot order.
    public struct BootPlace: ElementFields {
        /// The place, from 1.
        public let order = Field<Int>("@order")
        /// What a mainframe is to load from the device.
        public let loadParameter = Field<String>("@loadparm")

        /// All fields.
        public static let all = Self()
    }

    /// The boot code on an adapter.
    public struct OptionROM: ElementFields {
        /// Whether the guest sees the ROM.
        public let isVisible = Switch(onOff: "@bar")
        /// Whether there is a ROM at all.
        public let isEnabled = Switch(yesNo: "@enabled")
        /// The ROM's content.
        public let file = Field<String>("@file")

        /// All fields.
        public static let all = Self()
    }

    /// Whether a broken connection is made again.
    public struct Reconnect: ElementFields {
        /// Whether it is.
        public let isEnabled = Switch(yesNo: "@enabled")
        /// The pause between attempts.
        public let timeout = Time("@timeout", .seconds)

        /// All fields.
        public static let all = Self()
    }
}
