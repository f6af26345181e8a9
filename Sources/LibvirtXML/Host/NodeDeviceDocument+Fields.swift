extension NodeDeviceDocument {
    /// What is said of a device of the host.
    public struct Fields: ElementFields {
        /// The name, unique on a host.
        public let name = Field<String>("name")
        /// The place below `/sys`.
        public let path = Field<String>("path")
        /// The names below `/dev`.
        public let nodes = Children<Node>("devnode")
        /// The device that it is on.
        public let parent = Field<String>("parent")
        /// The node name of that device.
        public let parentWWNN = Field<String>("parent/@wwnn")
        /// The port name of that device.
        public let parentWWPN = Field<String>("parent/@wwpn")
        /// The fabric of that device.
        public let parentFabric = Field<String>("parent/@fabric_wwn")
        /// What serves it.
        public let driver = Field<String>("driver/name")
        /// What it is and can do.
        public let capabilities = Children<Capability>("capability")

        /// All fields.
        public static let all = Self()
    }

    /// A name of a device below `/dev`.
    public struct Node: ElementFields {
        /// Whether it is the device, `dev`, or a `link` to it.
        public let type = Field<Kind>("@type")
        /// The name.
        public let path = Field<String>("")

        /// All fields.
        public static let all = Self()

        /// The names of a device below `/dev`.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The device.
            public static let device: Self = "dev"
            /// A link to it.
            public static let link: Self = "link"
        }
    }
}
