extension NetworkDocument {
    /// The name server for the guests of a network.
    public struct DNS: ElementFields {
        /// Whether there is one.
        public let isEnabled = Switch(yesNo: "@enable")
        /// Whether names without a domain are asked for outside.
        public let forwardsPlainNames = Switch(yesNo: "@forwardPlainNames")
        /// The servers that are asked.
        public let forwarders = Children<DNSForwarder>("forwarder")
        /// The texts that are told.
        public let texts = Children<DNSText>("txt")
        /// The services that are told.
        public let services = Children<DNSService>("srv")
        /// The names that are told.
        public let hosts = Children<DNSHost>("host")

        /// All fields.
        public static let all = Self()
    }

    /// A name server that is asked for what is not known.
    public struct DNSForwarder: ElementFields {
        /// Its address.
        public let address = Field<String>("@addr")
        /// The domain that it is asked for.
        public let domain = Field<String>("@domain")

        /// All fields.
        public static let all = Self()
    }

    /// A text that a name server tells.
    public struct DNSText: ElementFields {
        /// The name that it belongs to.
        public let name = Field<String>("@name")
        /// The text.
        public let value = Field<String>("@value")

        /// All fields.
        public static let all = Self()
    }

    /// A service that a name server tells.
    public struct DNSService: ElementFields {
        /// The service.
        public let service = Field<String>("@service")
        /// The protocol, such as `tcp`.
        public let transport = Field<String>("@protocol")
        /// The domain.
        public let domain = Field<String>("@domain")
        /// The machine that offers it.
        public let target = Field<String>("@target")
        /// The port.
        public let port = Field<Int>("@port")
        /// Which comes first; the smallest does.
        public let priority = Field<Int>("@priority")
        /// How often one of equal priority is chosen.
        public let weight = Field<Int>("@weight")

        /// All fields.
        public static let all = Self()
    }

    /// Names that a name server tells.
    public struct DNSHost: ElementFields {
        /// The address.
        public let address = Field<String>("@ip")
        /// The names of that address.
        public let names = Values<String>("hostname")

        /// All fields.
        public static let all = Self()
    }
}
