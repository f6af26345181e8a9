extension StorageVolumeDocument {
    /// What is said of a volume.
    public struct Fields: ElementFields {
        /// What it is.
        public let type = Field<Kind>("@type")
        /// The name, unique in the pool.
        public let name = Field<String>("name")
        /// What names it on the whole host, as libvirt reports it.
        public let key = Field<String>("key")
        /// The size that a guest sees.
        public let capacity = Amount("capacity", .bytes)
        /// The room that it uses.
        public let allocation = Amount("allocation", .bytes)
        /// The size of the file or device, as libvirt reports it.
        public let physical = Amount("physical", .bytes)
        /// The parts of devices that it is on, as libvirt reports it.
        public let extents = Children<Device>("source/device")
        /// The file or device.
        public let path = Field<String>("target/path")
        /// The image format, such as `qcow2`.
        public let format = Field<String>("target/format/@type")
        /// The oldest emulator that can read it, such as `1.1`.
        public let compatibility = Field<String>("target/compat")
        /// The size of a piece of the image.
        public let clusterSize = Amount("target/clusterSize", .bytes)
        /// The rights of the file.
        public let permissions = Child<StoragePoolDocument.Permissions>("target/permissions")
        /// When the file was used.
        public let times = Child<FileTimes>("target/timestamps")
        /// How the content is encrypted.
        public let encryption = Child<DomainDocument.Encryption>("target/encryption")
        /// Whether a new file is written in place.
        public let isCopyOnWriteOff = Presence("target/nocow")
        /// Whether the image is faster, and slower after a crash.
        public let hasLazyReferences = Presence("target/features/lazy_refcounts")
        /// Whether pieces are cut once more.
        public let hasExtendedTables = Presence("target/features/extended_l2")
        /// The image below.
        public let backingPath = Field<String>("backingStore/path")
        /// The format of the image below.
        public let backingFormat = Field<String>("backingStore/format/@type")
        /// The rights of the image below.
        public let backingPermissions = Child<StoragePoolDocument.Permissions>("backingStore/permissions")
        /// When the image below was used.
        public let backingTimes = Child<FileTimes>("backingStore/timestamps")

        /// All fields.
        public static let all = Self()

        /// What a storage volume is.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A file.
            public static let file: Self = "file"
            /// A device.
            public static let block: Self = "block"
            /// A folder.
            public static let folder: Self = "dir"
            /// An image on a server.
            public static let network: Self = "network"
            /// A folder on a server.
            public static let networkFolder: Self = "netdir"
        }
    }

    /// A device that a volume is on.
    public struct Device: ElementFields {
        /// The device.
        public let path = Field<String>("@path")
        /// The parts of it.
        public let extents = Children<StoragePoolDocument.Extent>("extent")

        /// All fields.
        public static let all = Self()
    }

    /// When a file was used, in seconds since 1970.
    public struct FileTimes: ElementFields {
        /// When it was read.
        public let read = Field<String>("atime")
        /// When its rights or its content changed.
        public let changed = Field<String>("ctime")
        /// When its content changed.
        public let written = Field<String>("mtime")
        /// When it was made.
        public let made = Field<String>("btime")

        /// All fields.
        public static let all = Self()
    }
}
