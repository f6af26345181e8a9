extension DomainDocument {
    /// An image below another one, which holds the changes to it.
    public struct BackingStore: ElementFields {
        /// What the content comes from.
        public let type = Field<DiskType>("@type")
        /// The number by which commands name it.
        public let index = Field<Int>("@index")
        /// The image format.
        public let format = Field<String>("format/@type")
        /// How much of the image's own tables is kept in memory.
        public let metadataCache = Amount("format/metadata_cache/max_size", .bytes)
        /// Where the content is.
        public let source = Child<StorageSource>("source")
        /// The next image below.
        public let backingStore = Child<BackingStore>("backingStore")

        /// All fields.
        public init() {}
    }

    /// A copy of a disk that is being made.
    public struct Mirror: ElementFields {
        /// What the copy goes to.
        public let type = Field<DiskType>("@type")
        /// What makes it: `copy` or `active-commit`.
        public let job = Field<String>("@job")
        /// How far it is: `yes` when all is copied, `pivot` or `abort` while it ends.
        public let ready = Field<String>("@ready")
        /// The file, as older versions wrote it.
        public let file = Field<String>("@file")
        /// The image format, as older versions wrote it.
        public let oldFormat = Field<String>("@format")
        /// The image format.
        public let format = Field<String>("format/@type")
        /// How much of the image's own tables is kept in memory.
        public let metadataCache = Amount("format/metadata_cache/max_size", .bytes)
        /// Where the copy is.
        public let source = Child<StorageSource>("source")
        /// The image below the copy.
        public let backingStore = Child<BackingStore>("backingStore")

        /// All fields.
        public init() {}
    }
}
