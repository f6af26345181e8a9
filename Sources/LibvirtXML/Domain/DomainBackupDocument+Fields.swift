extension DomainBackupDocument {
    /// What is said of a backup job.
    public struct Fields: ElementFields {
        /// Who moves the data.
        public let mode = Field<Mode>("@mode")
        /// The checkpoint since which changes are taken.
        public let incremental = Field<String>("incremental")
        /// Where a pulled backup is offered.
        public let server = Child<Server>("server")
        /// The disks.
        public let disks = Children<Disk>("disks/disk")

        /// All fields.
        public static let all = Self()

        /// Who moves the data of a backup.
        public struct Mode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The hypervisor, to files.
            public static let push: Self = "push"
            /// Another program, from a server that the hypervisor runs.
            public static let pull: Self = "pull"
        }
    }

    /// Where a pulled backup is offered.
    public struct Server: ElementFields {
        /// How it is reached.
        public let transport = Field<DomainDocument.Server.Transport>("@transport")
        /// The address.
        public let name = Field<String>("@name")
        /// The port.
        public let port = Field<Int>("@port")
        /// The socket.
        public let socket = Field<String>("@socket")
        /// Whether the connection is encrypted.
        public let usesTLS = Switch(yesNo: "@tls")

        /// All fields.
        public static let all = Self()
    }

    /// A disk of a backup.
    public struct Disk: ElementFields {
        /// The disk, by its target.
        public let name = Field<String>("@name")
        /// Whether it is part of the backup.
        public let isIncluded = Switch(yesNo: "@backup")
        /// What is taken.
        public let mode = Field<Extent>("@backupmode")
        /// The checkpoint since which changes are taken.
        public let incremental = Field<String>("@incremental")
        /// The name by which the server offers the content.
        public let exportName = Field<String>("@exportname")
        /// The name by which the server offers what changed.
        public let exportBitmap = Field<String>("@exportbitmap")
        /// What the target or the scratch space is.
        public let type = Field<DiskType>("@type")
        /// The format of the target.
        public let format = Field<DomainDocument.ImageFormat>("driver/@type")
        /// Where a pushed backup goes.
        public let target = Child<Place>("target")
        /// Where blocks are kept that the guest changes during a pulled backup.
        public let scratch = Child<Place>("scratch")

        /// All fields.
        public static let all = Self()

        /// What is taken of a disk.
        public struct Extent: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// All.
            public static let full: Self = "full"
            /// What changed.
            public static let incremental: Self = "incremental"
        }
    }

    /// A file or device of a backup.
    public struct Place: ElementFields {
        /// The file.
        public let file = Field<String>("@file")
        /// The device.
        public let device = Field<String>("@dev")
        /// The security labels of it.
        public let labels = Children<DomainDocument.SecurityLabel>("seclabel")
        /// How the content is encrypted.
        public let encryption = Child<DomainDocument.Encryption>("encryption")

        /// All fields.
        public static let all = Self()
    }
}
