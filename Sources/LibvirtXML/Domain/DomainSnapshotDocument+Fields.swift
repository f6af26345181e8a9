public import FoundationEssentials

extension DomainSnapshotDocument {
    /// What is said of a snapshot.
    public struct Fields: ElementFields {
        /// The name, unique for a guest.
        public let name = Field<String>("name")
        /// A text for people.
        public let summary = Field<String>("description")
        /// What the guest was doing.
        public let state = Field<State>("state")
        /// When it was made, in seconds since 1970.
        public let creationTime = Field<Int>("creationTime")
        /// The snapshot before it.
        public let parent = Field<String>("parent/name")
        /// Where the guest's memory is.
        public let memory = Field<MemoryKind>("memory/@snapshot")
        /// The file with the guest's memory.
        public let memoryFile = Field<String>("memory/@file")
        /// The disks.
        public let disks = Children<Disk>("disks/disk")
        /// The guest.
        public let domainUUID = Field<UUID>("domain/uuid")
        /// Whether it is the current one, in libvirt's own files: 0 or 1.
        public let isActive = Field<Int>("active")

        /// All fields.
        public static let all = Self()

        /// What a guest was doing when a snapshot was made.
        public struct State: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It was running.
            public static let running: Self = "running"
            /// It was paused.
            public static let paused: Self = "paused"
            /// It was waiting.
            public static let blocked: Self = "blocked"
            /// It was shutting down.
            public static let shuttingDown: Self = "shutdown"
            /// It was off.
            public static let off: Self = "shutoff"
            /// It had crashed.
            public static let crashed: Self = "crashed"
            /// It was running, and its memory is not in the snapshot.
            public static let diskSnapshot: Self = "disk-snapshot"
        }

        /// Where the memory of a snapshot is.
        public struct MemoryKind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Nowhere.
            public static let omitted: Self = "no"
            /// In an image.
            public static let inside: Self = "internal"
            /// In a file.
            public static let external: Self = "external"
        }
    }

    /// A disk of a snapshot.
    public struct Disk: ElementFields {
        /// The disk, by its target or its source.
        public let name = Field<String>("@name")
        /// How it takes part.
        public let snapshot = Field<DomainDocument.Disk.SnapshotKind>("@snapshot")
        /// What the new content comes from.
        public let type = Field<DiskType>("@type")
        /// The format of the new image.
        public let format = Field<DomainDocument.ImageFormat>("driver/@type")
        /// How much of the image's own tables is kept in memory.
        public let metadataCache = Amount("driver/metadata_cache/max_size", .bytes)
        /// Where the new content is.
        public let source = Child<DomainDocument.StorageSource>("source")

        /// All fields.
        public static let all = Self()
    }
}
