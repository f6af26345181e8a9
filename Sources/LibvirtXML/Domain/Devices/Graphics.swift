extension DomainDocument {
    /// A way to see and use a guest's screen.
    public struct Graphics: ElementFields {
        /// What speaks to the viewer.
        public let type = Field<Kind>("@type")
        /// The port; -1 for one that libvirt picks.
        public let port = Field<Int>("@port")
        /// The port for encrypted connections.
        public let tlsPort = Field<Int>("@tlsPort")
        /// Whether libvirt picks the ports.
        public let picksPort = Switch(yesNo: "@autoport")
        /// The port for browsers.
        public let webSocket = Field<Int>("@websocket")
        /// The address that it waits on, as older versions wrote it.
        public let listen = Field<String>("@listen")
        /// The socket that it waits on, as older versions wrote it.
        public let socket = Field<String>("@socket")
        /// Where it waits for viewers.
        public let listeners = Children<GraphicsListener>("listen")
        /// The keyboard, such as `de`.
        public let keymap = Field<String>("@keymap")
        /// The password of the viewer.
        public let password = Field<String>("@passwd")
        /// The time, in UTC, after which the password counts no more.
        public let passwordExpiry = Field<String>("@passwdValidTo")
        /// What a new password does to those who are in.
        public let whenConnected = Field<Reconnection>("@connected")
        /// Whether several viewers may look.
        public let sharePolicy = Field<SharePolicy>("@sharePolicy")
        /// Whether the viewer may turn the guest off.
        public let controlsPower = Switch(yesNo: "@powerControl")
        /// Whether channels are encrypted.
        public let defaultMode = Field<GraphicsChannel.Security>("@defaultMode")
        /// The screen of the host that shows a window.
        public let display = Field<String>("@display")
        /// The file that lets the emulator onto that screen.
        public let authority = Field<String>("@xauth")
        /// Whether the window fills the screen.
        public let isFullScreen = Switch(yesNo: "@fullscreen")
        /// Whether a new viewer puts the old one out.
        public let replacesUser = Switch(yesNo: "@replaceUser")
        /// Whether several viewers may look by remote desktop.
        public let allowsManyUsers = Switch(yesNo: "@multiUser")
        /// The message bus that viewers are on.
        public let busAddress = Field<String>("@address")
        /// Whether viewers speak to the emulator without a bus.
        public let isPeerToPeer = Switch(yesNo: "@p2p")
        /// The audio back end that it is tied to.
        public let audio = Field<Int>("audio/@id")
        /// Which channels are encrypted.
        public let channels = Children<GraphicsChannel>("channel")
        /// How pictures are packed, such as `auto_glz`.
        public let imageCompression = Field<Compression>("image/@compression")
        /// Whether lossy pictures are used.
        public let jpegCompression = Field<Use>("jpeg/@compression")
        /// Whether pictures are packed once more.
        public let zlibCompression = Field<Use>("zlib/@compression")
        /// Whether sound is packed.
        public let compressesPlayback = Switch(onOff: "playback/@compression")
        /// Which moving pictures become a stream.
        public let streaming = Field<Streaming>("streaming/@mode")
        /// Whether the clipboard is shared.
        public let copiesAndPastes = Switch(yesNo: "clipboard/@copypaste")
        /// Who draws the pointer.
        public let mouseMode = Field<MouseMode>("mouse/@mode")
        /// Whether files can be dropped into the guest.
        public let transfersFiles = Switch(yesNo: "filetransfer/@enable")
        /// Whether the host's graphics processor draws.
        public let usesGL = Switch(yesNo: "gl/@enable")
        /// The host's graphics processor.
        public let renderNode = Field<String>("gl/@rendernode")

        /// All fields.
        public static let all = Self()

        /// What speaks to a viewer.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// VNC.
            public static let vnc: Self = "vnc"
            /// SPICE.
            public static let spice: Self = "spice"
            /// Remote desktop.
            public static let rdp: Self = "rdp"
            /// A window on the host.
            public static let sdl: Self = "sdl"
            /// VirtualBox's own window.
            public static let desktop: Self = "desktop"
            /// Nothing; it only lets the host's graphics processor draw.
            public static let headless: Self = "egl-headless"
            /// A message bus.
            public static let dbus: Self = "dbus"
        }

        /// Whether several viewers may look.
        public struct SharePolicy: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// As the viewer wants it.
            public static let exclusiveAllowed: Self = "allow-exclusive"
            /// They may.
            public static let forceShared: Self = "force-shared"
            /// They may, whatever a viewer wants.
            public static let ignore: Self = "ignore"
        }

        /// What a new password does to viewers who are in.
        public struct Reconnection: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// They stay.
            public static let keep: Self = "keep"
            /// They are put out.
            public static let disconnect: Self = "disconnect"
            /// It is refused.
            public static let fail: Self = "fail"
        }

        /// How pictures are packed.
        public struct Compression: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// By GLZ or not, as it fits.
            public static let auto: Self = "auto_glz"
            /// By LZ or not, as it fits.
            public static let autoLZ: Self = "auto_lz"
            /// By QUIC.
            public static let quic: Self = "quic"
            /// By GLZ.
            public static let glz: Self = "glz"
            /// By LZ.
            public static let lz: Self = "lz"
            /// Not at all.
            public static let off: Self = "off"
        }

        /// Whether something is used.
        public struct Use: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// As it fits.
            public static let auto: Self = "auto"
            /// It is not.
            public static let never: Self = "never"
            /// It is.
            public static let always: Self = "always"
        }

        /// Which moving pictures become a stream.
        public struct Streaming: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Those that look like videos.
            public static let filter: Self = "filter"
            /// All.
            public static let all: Self = "all"
            /// None.
            public static let off: Self = "off"
        }
    }

    /// Where a guest's screen waits for viewers.
    public struct GraphicsListener: ElementFields {
        /// The kind of place.
        public let type = Field<Kind>("@type")
        /// The address.
        public let address = Field<String>("@address")
        /// The network of libvirt's on whose address it waits.
        public let network = Field<String>("@network")
        /// The socket.
        public let socket = Field<String>("@socket")

        /// All fields.
        public static let all = Self()

        /// The kinds of place where a screen waits for viewers.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// An address.
            public static let address: Self = "address"
            /// The host's address on a network of libvirt's.
            public static let network: Self = "network"
            /// A socket of the host.
            public static let socket: Self = "socket"
            /// Nowhere; viewers are handed in by descriptor.
            public static let nowhere: Self = "none"
        }
    }

    /// Whether one channel of SPICE is encrypted.
    public struct GraphicsChannel: ElementFields {
        /// The channel, such as `main` or `display`.
        public let name = Field<Name>("@name")
        /// Whether it is.
        public let mode = Field<Security>("@mode")

        /// All fields.
        public static let all = Self()

        /// Whether a channel is encrypted.
        public struct Security: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// As the viewer likes.
            public static let any: Self = "any"
            /// It is.
            public static let secure: Self = "secure"
            /// It is not.
            public static let insecure: Self = "insecure"
        }

        /// The channels of SPICE.
        public struct Name: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// What holds all together.
            public static let main: Self = "main"
            /// The screen.
            public static let display: Self = "display"
            /// Keys and mouse.
            public static let inputs: Self = "inputs"
            /// The pointer.
            public static let cursor: Self = "cursor"
            /// Sound to the viewer.
            public static let playback: Self = "playback"
            /// Sound from the viewer.
            public static let record: Self = "record"
            /// Smart cards.
            public static let smartCard: Self = "smartcard"
            /// USB devices.
            public static let usbRedirection: Self = "usbredir"
        }
    }
}
