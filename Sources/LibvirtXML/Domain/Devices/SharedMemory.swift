extension DomainDocument {
    /// Memory that several guests share.
    public struct SharedMemory: ElementFields {
        /// Its name.
        public let name = Field<String>("@name")
        /// Who keeps it when a guest is migrated: `master` or `peer`.
        public let role = Field<String>("@role")
        /// What the guest sees: `ivshmem-plain` or `ivshmem-doorbell`.
        public let model = Field<String>("model/@type")
        /// How large it is.
        public let size = Amount("size", .bytes)
        /// The socket of the process that shares it.
        public let server = Field<String>("server/@path")
        /// The number of interrupts.
        public let vectors = Field<Int>("msi/@vectors")
        /// Whether interrupts stop no guest.
        public let usesIOEventFD = Switch(onOff: "msi/@ioeventfd")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `shmem0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public init() {}
    }
}
