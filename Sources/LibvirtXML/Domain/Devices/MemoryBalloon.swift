extension DomainDocument {
    /// The balloon, by which the host takes memory back from a guest.
    public struct MemoryBalloon: ElementFields {
        /// What the guest sees.
        public let model = Field<Model>("@model")
        /// Whether the guest gets memory back before it runs out.
        public let deflatesOnDemand = Switch(onOff: "@autodeflate")
        /// Whether the guest tells which pages are free.
        public let reportsFreePages = Switch(onOff: "@freePageReporting")
        /// How often the guest tells how it uses its memory.
        public let statisticsPeriod = Time("stats/@period", .seconds)
        /// What every virtio device can be told.
        public let virtio = Child<VirtioDriver>("driver")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `balloon0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()

        /// The models of a balloon.
        public struct Model: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// What fits the machine.
            public static let virtio: Self = "virtio"
            /// For drivers of any age.
            public static let transitional: Self = "virtio-transitional"
            /// For drivers of virtio 1.0 and later.
            public static let nonTransitional: Self = "virtio-non-transitional"
            /// Xen's.
            public static let xen: Self = "xen"
            /// No balloon, not even the one that libvirt would add.
            public static let absent: Self = "none"
        }
    }
}
