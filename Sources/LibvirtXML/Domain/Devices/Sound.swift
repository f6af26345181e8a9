extension DomainDocument {
    /// A sound adapter of a guest.
    public struct Sound: ElementFields {
        /// What the guest sees, such as `ich9`.
        public let model = Field<Model>("@model")
        /// What is connected to an adapter of Intel's.
        public let codecs = Values<Codec>("codec/@type")
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
        public static let all = Self()

        /// The models of a sound adapter.
        public struct Model: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A newer one of Intel's.
            public static let ich9: Self = "ich9"
            /// One of Intel's.
            public static let ich7: Self = "ich7"
            /// An older one of Intel's.
            public static let ich6: Self = "ich6"
            /// The one before.
            public static let ac97: Self = "ac97"
            /// Ensoniq's.
            public static let es1370: Self = "es1370"
            /// The Sound Blaster.
            public static let sb16: Self = "sb16"
            /// The beeper.
            public static let pcSpeaker: Self = "pcspk"
            /// One on USB.
            public static let usb: Self = "usb"
        }

        /// What is connected to a sound adapter of Intel's.
        public struct Codec: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Line in and line out.
            public static let duplex: Self = "duplex"
            /// A microphone and a speaker.
            public static let micro: Self = "micro"
            /// Line out.
            public static let output: Self = "output"
        }
    }
}
