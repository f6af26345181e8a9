extension StoragePoolDocument {
    /// The rights of a file or folder.
    public struct Permissions: ElementFields {
        /// The rights as Unix writes them, such as `0755`.
        public let mode = Field<String>("mode")
        /// The user; -1 for the one whom libvirt runs as.
        public let owner = Field<Int>("owner")
        /// The group; -1 for the one that libvirt runs as.
        public let group = Field<Int>("group")
        /// The label of the host's security module.
        public let label = Field<String>("label")

        /// All fields.
        public static let all = Self()
    }
}
