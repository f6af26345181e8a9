extension DomainDocument {
    /// Memory that several guests share.
    public struct SharedMemory: ElementFields {
        /// Its name.
        public let name = Field<String>("@name")
        /// Who keeps it when a guest is migrated.
        public let role = Field<Role>("@role")
        /// What the guest sees.
        public let model = Field<Model>("model/@type")
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
        public static let all = Self()

        /// Who keeps shared memory when a guest is migrated.
        public struct Role: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The guest.
            public static let master: Self = "master"
            /// Somebody else.
            public static let peer: Self = "peer"
        }

        /// The models of shared memory.
        public struct Model: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Memory only.
            public static let plain: Self = "ivshmem-plain"
            /// Memory, and interrupts by a server.
            public static let doorbell: Self = "ivshmem-doorbell"
            /// Both, as it was first.
            public static let legacy: Self = "ivshmem"
        }
    }
}
