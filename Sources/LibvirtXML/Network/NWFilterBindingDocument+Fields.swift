public import FoundationEssentials

extension NWFilterBindingDocument {
    /// What is said of a binding.
    public struct Fields: ElementFields {
        /// The guest.
        public let ownerName = Field<String>("owner/name")
        /// That guest's identity.
        public let ownerUUID = Field<UUID>("owner/uuid")
        /// The host's end of the adapter.
        public let portDevice = Field<String>("portdev/@name")
        /// The host's adapter below, for macvtap.
        public let linkDevice = Field<String>("linkdev/@name")
        /// The hardware address of the adapter.
        public let mac = Field<String>("mac/@address")
        /// The filter.
        public let filter = Field<String>("filterref/@filter")
        /// The values of the filter's variables.
        public let parameters = Children<DomainDocument.Parameter>("filterref/parameter")

        /// All fields.
        public static let all = Self()
    }
}
