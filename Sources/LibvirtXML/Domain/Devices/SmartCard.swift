extension DomainDocument {
    /// A smart card in a reader of the guest.
    public struct SmartCard: ElementFields {
        /// Where the card is.
        public let mode = Field<Mode>("@mode")
        /// What a card that is passed through is connected to.
        public let type = Field<CharacterBackend>("@type")
        /// The names of the certificates on a card that the host makes.
        public let certificates = Values<String>("certificate")
        /// The folder of those certificates.
        public let database = Field<String>("database")
        /// Where a card that is passed through is.
        public let source = Child<CharacterSource>("source")
        /// What is spoken on a network.
        public let protocolName = Field<StreamProtocol>("protocol/@type")
        /// Where all that is spoken goes as well.
        public let log = Child<CharacterLog>("log")
        /// The kind of port.
        public let targetType = Field<PortTarget>("target/@type")
        /// The part that the port is made as.
        public let targetModel = Field<PortModel>("target/model/@name")
        /// The number of the port.
        public let targetPort = Field<String>("target/@port")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `smartcard0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()

        /// Where a smart card is.
        public struct Mode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// In the host's reader.
            public static let host: Self = "host"
            /// Nowhere; the host makes it of certificates.
            public static let certificates: Self = "host-certificates"
            /// At the other end of a connection.
            public static let passthrough: Self = "passthrough"
        }
    }
}
