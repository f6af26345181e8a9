extension DomainDocument {
    /// What stands between a guest's devices and its memory.
    public struct IOMMU: ElementFields {
        /// What the guest sees.
        public let model = Field<Model>("@model")
        /// Whether interrupts pass it.
        public let remapsInterrupts = Switch(onOff: "driver/@intremap")
        /// Whether devices can be handed over to the guest's own guests.
        public let cachingMode = Switch(onOff: "driver/@caching_mode")
        /// Whether there may be more than 255 processors.
        public let hasExtendedInterrupts = Switch(onOff: "driver/@eim")
        /// Whether the host keeps translated addresses.
        public let hasDeviceTLB = Switch(onOff: "driver/@iotlb")
        /// The width of addresses.
        public let addressBits = Field<Int>("driver/@aw_bits")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `iommu0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()

        /// The models of an IOMMU.
        public struct Model: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Intel's.
            public static let intel: Self = "intel"
            /// Arm's.
            public static let smmuv3: Self = "smmuv3"
            /// Paravirtual.
            public static let virtio: Self = "virtio"
        }
    }
}
