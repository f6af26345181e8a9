extension DomainDocument {
    /// A serial or parallel port, a console or a channel of a guest.
    public struct CharacterDevice: ElementFields {
        /// What it is connected to on the host.
        public let type = Field<CharacterBackend>("@type")
        /// The terminal, as older versions wrote it.
        public let terminal = Field<String>("@tty")
        /// Where that is.
        public let source = Child<CharacterSource>("source")
        /// What is spoken on a network.
        public let protocolName = Field<StreamProtocol>("protocol/@type")
        /// Where all that is written goes as well.
        public let log = Child<CharacterLog>("log")
        /// What the guest sees, such as `isa-serial` or `virtio`.
        public let targetType = Field<PortTarget>("target/@type")
        /// The part that it is made as, such as `16550a`.
        public let targetModel = Field<PortModel>("target/model/@name")
        /// The number of the port.
        public let targetPort = Field<String>("target/@port")
        /// The name of a channel, such as `org.qemu.guest_agent.0`.
        public let targetName = Field<String>("target/@name")
        /// The address in the guest that a channel catches.
        public let targetAddress = Field<String>("target/@address")
        /// Whether something in the guest has opened a channel, in a running guest's definition.
        public let targetState = Field<ChannelState>("target/@state")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `serial0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()

        /// Whether something in the guest has opened a channel.
        public struct ChannelState: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It has.
            public static let connected: Self = "connected"
            /// It has not.
            public static let disconnected: Self = "disconnected"
        }
    }
}
