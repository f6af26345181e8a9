extension DomainDocument {
    /// A server of a disk.
    public struct Server: ElementFields {
        /// The server's name or address.
        public let name = Field<String>("@name")
        /// The port.
        public let port = Field<Int>("@port")
        /// How it is reached.
        public let transport = Field<Transport>("@transport")
        /// The socket, for ``Transport/unix``.
        public let socket = Field<String>("@socket")

        /// All fields.
        public static let all = Self()

        /// How a server is reached.
        public struct Transport: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// TCP.
            public static let tcp: Self = "tcp"
            /// Remote direct memory access.
            public static let rdma: Self = "rdma"
            /// A socket of the host.
            public static let unix: Self = "unix"
        }
    }

    /// A cookie for a web server.
    public struct Cookie: ElementFields {
        /// The name.
        public let name = Field<String>("@name")
        /// The value.
        public let value = Field<String>("")

        /// All fields.
        public static let all = Self()
    }

    /// A part of a disk's source.
    public struct Slice: ElementFields {
        /// What it is a part of: `storage`.
        public let type = Field<String>("@type")
        /// Where it begins.
        public let offset = Amount("@offset", always: .bytes)
        /// How long it is.
        public let size = Amount("@size", always: .bytes)

        /// All fields.
        public static let all = Self()
    }

    /// How SCSI reservations are passed on.
    public struct Reservations: ElementFields {
        /// Whether libvirt runs the process that does it.
        public let isManaged = Switch(yesNo: "@managed")
        /// How the process is reached: `unix`.
        public let type = Field<String>("source/@type")
        /// The socket.
        public let path = Field<String>("source/@path")
        /// Which end connects.
        public let mode = Field<End>("source/@mode")
        /// Whether a broken connection is made again.
        public let reconnect = Child<Reconnect>("source/reconnect")

        /// All fields.
        public static let all = Self()

        /// Which end of a connection waits.
        public struct End: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The other one.
            public static let client: Self = "client"
            /// This one.
            public static let server: Self = "server"
        }
    }
}
