extension DomainCheckpointDocument {
    /// What is said of a checkpoint.
    public struct Fields: ElementFields {
        /// The name, unique for a guest.
        public let name = Field<String>("name")
        /// A text for people.
        public let summary = Field<String>("description")
        /// When it was made, in seconds since 1970.
        public let creationTime = Field<Int>("creationTime")
        /// The checkpoint before it.
        public let parent = Field<String>("parent/name")
        /// The disks.
        public let disks = Children<Disk>("disks/disk")

        /// All fields.
        public static let all = Self()
    }

    /// A disk of a checkpoint.
    public struct Disk: ElementFields {
        /// The disk, by its target or its source.
        public let name = Field<String>("@name")
        /// How it takes part.
        public let checkpoint = Field<Kind>("@checkpoint")
        /// The list of changed blocks in the image.
        public let bitmap = Field<String>("@bitmap")
        /// The room of what changed since, as libvirt reports it.
        public let size = Amount("@size", always: .bytes)

        /// All fields.
        public static let all = Self()

        /// How a disk takes part in a checkpoint.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Not at all.
            public static let omitted: Self = "no"
            /// Changed blocks are kept.
            public static let bitmap: Self = "bitmap"
        }
    }
}
