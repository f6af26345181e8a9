extension DomainDocument {
    /// A sound adapter of a guest.
    public struct Sound: ElementFields {
        /// What the guest sees, such as `ich9`.
        public let model = Field<String>("@model")
        /// What is connected to an adapter of Intel's: `duplex`, `micro` or `output`.
        public let codecs = Values<String>("codec/@type")
        /// Whether a USB adapter has more than two channels.
        public let hasManyChannels = Switch(yesNo: "@multichannel")
        /// The audio back end that it is tied to.
        public let audio = Field<Int>("audio/@id")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `sound0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public init() {}
    }
}
