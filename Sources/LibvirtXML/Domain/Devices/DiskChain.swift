extension DomainDocument {
    /// An image below another one, which holds the changes to it.
    public struct BackingStore: ElementFields {
        /// What the content comes from.
        public let type = Field<DiskType>("@type")
        /// The number by which commands name it.
        public let index = Field<Int>("@index")
        /// The image format.
        public let format = Field<ImageFormat>("format/@type")
        /// How much of the image's own tables is kept in memory.
        public let metadataCache = Amount("format/metadata_cache/max_size", .bytes)
        /// Where the content is.
        public let source = Child<StorageSource>("source")
        /// The next image below.
        public let backingStore = Child<BackingStore>("backingStore")

        /// All fields.
        public static let all = Self()
    }

    /// A copy of a disk that is being made.
    public struct Mirror: ElementFields {
        /// What the copy goes to.
        public let type = Field<DiskType>("@type")
        /// What makes it.
        public let job = Field<Job>("@job")
        /// How far it is: `yes` when all is copied, `pivot` or `abort` while it ends.
        public let ready = Field<Progress>("@ready")
        /// The file, as older versions wrote it.
        public let file = Field<String>("@file")
        /// The image format, as older versions wrote it.
        public let oldFormat = Field<ImageFormat>("@format")
        /// The image format.
        public let format = Field<ImageFormat>("format/@type")
        /// How much of the image's own tables is kept in memory.
        public let metadataCache = Amount("format/metadata_cache/max_size", .bytes)
        /// Where the copy is.
        public let source = Child<StorageSource>("source")
        /// The image below the copy.
        public let backingStore = Child<BackingStore>("backingStore")

        /// All fields.
        public static let all = Self()

        /// What makes a copy of a disk.
        public struct Job: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A copy to elsewhere.
            public static let copy: Self = "copy"
            /// A merge into the image below.
            public static let activeCommit: Self = "active-commit"
        }

        /// How far a copy of a disk is.
        public struct Progress: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// All is copied.
            public static let synchronised: Self = "yes"
            /// The guest is moving to it.
            public static let pivot: Self = "pivot"
            /// It is given up.
            public static let abort: Self = "abort"
        }
    }
}

extension XMLNode {
    /// The images below a disk, the nearest first, as far as the definition names them.
    package var backingChain: [XMLNode] {
        sequence(first: self) { node in node.first("backingStore").flatMap { $0.first("source") == nil ? nil : $0 } }
            .dropFirst().map(\.self)
    }

    /// The file, device, volume of a network's storage, or folder of a disk or of an image below it.
    package var imageSource: String? {
        ["file", "dev", "name", "dir"].lazy.compactMap { value("source/@" + $0) }.first
    }
}
