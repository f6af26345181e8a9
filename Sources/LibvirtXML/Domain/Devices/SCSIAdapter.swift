extension DomainDocument {
    /// A SCSI adapter of the host.
    public struct SCSIAdapter: ElementFields {
        /// What it is.
        public let type = Field<Kind>("@type")
        /// Its name, such as `scsi_host1`.
        public let name = Field<String>("@name")
        /// Whether libvirt takes a virtual adapter down.
        public let isManaged = Switch(yesNo: "@managed")
        /// The adapter that a virtual one is made on.
        public let parent = Field<String>("@parent")
        /// The node name of that adapter.
        public let parentWWNN = Field<String>("@parent_wwnn")
        /// The port name of that adapter.
        public let parentWWPN = Field<String>("@parent_wwpn")
        /// The fabric of that adapter.
        public let parentFabric = Field<String>("@parent_fabric_wwn")
        /// The node name of a virtual adapter.
        public let wwnn = Field<String>("@wwnn")
        /// The port name of a virtual adapter.
        public let wwpn = Field<String>("@wwpn")
        /// The number of an adapter that is named by its place.
        public let parentUniqueID = Field<Int>("parentaddr/@unique_id")
        /// The PCI place of an adapter that is named by it.
        public let parentAddress = Child<HostAddress>("parentaddr/address")

        /// All fields.
        public static let all = Self()

        /// The kinds of SCSI adapter.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Any.
            public static let plain: Self = "scsi_host"
            /// One on a storage network, perhaps virtual.
            public static let fibreChannel: Self = "fc_host"
        }
    }
}
