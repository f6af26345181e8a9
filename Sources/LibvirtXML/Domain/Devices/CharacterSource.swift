extension DomainDocument {
    /// What a character device is connected to on the host.
    public struct CharacterSource: ElementFields {
        /// The file, device, pipe or socket.
        public let path = Field<String>("@path")
        /// Whether a file's content is kept.
        public let isAppended = Switch(onOff: "@append")
        /// Which end of a connection waits: `bind` or `connect`.
        public let mode = Field<String>("@mode")
        /// The address.
        public let host = Field<String>("@host")
        /// The port.
        public let service = Field<String>("@service")
        /// Whether the connection is encrypted.
        public let usesTLS = Switch(yesNo: "@tls")
        /// The name of a channel to the viewer.
        public let channel = Field<String>("@channel")
        /// The first device of a null modem.
        public let master = Field<String>("@master")
        /// The second device of a null modem.
        public let slave = Field<String>("@slave")
        /// Whether the clipboard is shared.
        public let copiesAndPastes = Switch(yesNo: "clipboard/@copypaste")
        /// Who draws the pointer.
        public let mouseMode = Field<MouseMode>("mouse/@mode")
        /// Whether a broken connection is made again.
        public let reconnect = Child<Reconnect>("reconnect")
        /// The security labels of the source.
        public let labels = Children<SecurityLabel>("seclabel")

        /// All fields.
        public static let all = Self()
    }

    /// Where all that a character device writes goes as well.
    public struct CharacterLog: ElementFields {
        /// The file.
        public let file = Field<String>("@file")
        /// Whether the file's content is kept.
        public let isAppended = Switch(onOff: "@append")

        /// All fields.
        public static let all = Self()
    }

    /// What a character device is connected to on the host.
    public struct CharacterBackend: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A terminal that the host makes.
        public static let pty: Self = "pty"
        /// A device.
        public static let device: Self = "dev"
        /// A file, for writing.
        public static let file: Self = "file"
        /// A named pipe.
        public static let pipe: Self = "pipe"
        /// A socket of the host.
        public static let unix: Self = "unix"
        /// TCP.
        public static let tcp: Self = "tcp"
        /// UDP.
        public static let udp: Self = "udp"
        /// The emulator's own input and output.
        public static let standardIO: Self = "stdio"
        /// A window of the emulator.
        public static let virtualConsole: Self = "vc"
        /// Nothing.
        public static let nothing: Self = "null"
        /// A channel to the viewer, for what libvirt knows.
        public static let spiceChannel: Self = "spicevmc"
        /// A channel to the viewer, by name.
        public static let spicePort: Self = "spiceport"
        /// FreeBSD's null modem.
        public static let nullModem: Self = "nmdm"
        /// The emulator's own agent.
        public static let vdagent: Self = "qemu-vdagent"
        /// A message bus.
        public static let dbus: Self = "dbus"
    }
}
