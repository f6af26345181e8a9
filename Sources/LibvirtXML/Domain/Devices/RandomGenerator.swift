extension DomainDocument {
    /// A source of randomness.
    public struct RandomGenerator: ElementFields {
        /// The generation of the virtio device.
        public let model = Field<VirtioModel>("@model")
        /// How much the guest may take in a period.
        public let rateBytes = Amount("rate/@bytes", always: .bytes)
        /// The period.
        public let ratePeriod = Time("rate/@period", .milliseconds)
        /// Where randomness comes from.
        public let backend = Field<Backend>("backend/@model")
        /// The device of the host, for ``Backend/random``.
        public let device = Field<String>("backend")
        /// How a daemon is reached, for ``Backend/daemon``.
        public let backendType = Field<CharacterBackend>("backend/@type")
        /// Where the daemon is.
        public let source = Child<CharacterSource>("backend/source")
        /// What is spoken with the daemon on a network.
        public let protocolName = Field<StreamProtocol>("backend/protocol/@type")
        /// Where all that is spoken goes as well.
        public let log = Child<CharacterLog>("backend/log")
        /// What every virtio device can be told.
        public let virtio = Child<VirtioDriver>("driver")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `rng0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()

        /// Where randomness comes from.
        public struct Backend: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A device of the host.
            public static let random: Self = "random"
            /// A daemon that gathers it.
            public static let daemon: Self = "egd"
            /// The emulator.
            public static let builtIn: Self = "builtin"
        }
    }
}
