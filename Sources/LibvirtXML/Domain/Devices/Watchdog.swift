extension DomainDocument {
    /// A watchdog, which acts when the guest stops answering.
    public struct Watchdog: ElementFields {
        /// What the guest sees.
        public let model = Field<Model>("@model")
        /// What happens when the guest stops answering.
        public let action = Field<Action>("@action")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `watchdog0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()

        /// The models of a watchdog.
        public struct Model: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Intel's, on the PCI bus.
            public static let i6300esb: Self = "i6300esb"
            /// One on the ISA bus.
            public static let ib700: Self = "ib700"
            /// A mainframe's.
            public static let diag288: Self = "diag288"
            /// The one of Intel's chip sets.
            public static let itco: Self = "itco"
        }

        /// What happens when a guest stops answering its watchdog.
        public struct Action: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It is reset.
            public static let reset: Self = "reset"
            /// It is asked to shut down, which it can hardly do.
            public static let shutdown: Self = "shutdown"
            /// It is turned off.
            public static let powerOff: Self = "poweroff"
            /// It is paused.
            public static let pause: Self = "pause"
            /// Nothing.
            public static let nothing: Self = "none"
            /// Its memory is written to a file.
            public static let dump: Self = "dump"
            /// It gets an interrupt that it cannot ignore.
            public static let injectNMI: Self = "inject-nmi"
        }
    }
}
