extension DomainDocument {
    /// What a guest's sound comes from and goes to on the host.
    public struct Audio: ElementFields {
        /// The number by which devices name it.
        public let number = Field<Int>("@id")
        /// The host's sound system.
        public let type = Field<Kind>("@type")
        /// How often sound is moved.
        public let timerPeriod = Time("@timerPeriod", .microseconds)
        /// The server of PulseAudio.
        public let serverName = Field<String>("@serverName")
        /// The sound system that SDL uses.
        public let driver = Field<Driver>("@driver")
        /// The file that sound is written to.
        public let path = Field<String>("@path")
        /// Whether OSS maps memory.
        public let mapsMemory = Switch(yesNo: "@tryMMap")
        /// Whether OSS lets nobody else in.
        public let isExclusive = Switch(yesNo: "@exclusive")
        /// How OSS weighs delay against load.
        public let dspPolicy = Field<Int>("@dspPolicy")
        /// What the guest hears.
        public let input = Child<AudioStream>("input")
        /// What the guest plays.
        public let output = Child<AudioStream>("output")

        /// All fields.
        public static let all = Self()

        /// The sound systems of hosts.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Linux's own.
            public static let alsa: Self = "alsa"
            /// PulseAudio.
            public static let pulseAudio: Self = "pulseaudio"
            /// JACK.
            public static let jack: Self = "jack"
            /// The older one of Unix.
            public static let oss: Self = "oss"
            /// SDL.
            public static let sdl: Self = "sdl"
            /// macOS's.
            public static let coreAudio: Self = "coreaudio"
            /// The viewer.
            public static let spice: Self = "spice"
            /// A message bus.
            public static let dbus: Self = "dbus"
            /// A file.
            public static let file: Self = "file"
            /// Nothing.
            public static let silence: Self = "none"
        }

        /// The sound systems that SDL uses.
        public struct Driver: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Linux's own.
            public static let alsa: Self = "alsa"
            /// PulseAudio.
            public static let pulseAudio: Self = "pulseaudio"
            /// The one of Enlightenment.
            public static let esd: Self = "esd"
            /// The one of KDE.
            public static let arts: Self = "arts"
        }
    }

    /// One direction of a guest's sound.
    public struct AudioStream: ElementFields {
        /// Whether the emulator mixes.
        public let usesMixer = Switch(yesNo: "@mixingEngine")
        /// Whether the settings are used whatever the guest wants.
        public let isFixed = Switch(yesNo: "@fixedSettings")
        /// How sound is written.
        public let settings = Child<AudioSettings>("settings")
        /// The number of voices.
        public let voices = Field<Int>("@voices")
        /// How much sound is kept.
        public let bufferLength = Time("@bufferLength", .microseconds)
        /// In how many pieces sound is kept.
        public let bufferCount = Field<Int>("@bufferCount")
        /// The device of the host.
        public let device = Field<String>("@dev")
        /// Whether the host tells when it is ready.
        public let polls = Switch(yesNo: "@tryPoll")
        /// The source or sink of PulseAudio.
        public let name = Field<String>("@name")
        /// The name of the stream for PulseAudio.
        public let streamName = Field<String>("@streamName")
        /// The delay that PulseAudio is to keep.
        public let latency = Time("@latency", .microseconds)
        /// The server of JACK.
        public let serverName = Field<String>("@serverName")
        /// Our name for JACK.
        public let clientName = Field<String>("@clientName")
        /// The ports of JACK's that are connected.
        public let connectPorts = Field<String>("@connectPorts")
        /// Whether JACK may not change our name.
        public let isExactName = Switch(yesNo: "@exactName")

        /// All fields.
        public static let all = Self()
    }

    /// How sound is written.
    public struct AudioSettings: ElementFields {
        /// The samples a second.
        public let frequency = Field<Int>("@frequency")
        /// The number of channels.
        public let channels = Field<Int>("@channels")
        /// The samples, such as `s16`.
        public let format = Field<Format>("@format")

        /// All fields.
        public static let all = Self()

        /// How a sample is written.
        public struct Format: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// 8 bits with sign.
            public static let s8: Self = "s8"
            /// 8 bits.
            public static let u8: Self = "u8"
            /// 16 bits with sign.
            public static let s16: Self = "s16"
            /// 16 bits.
            public static let u16: Self = "u16"
            /// 32 bits with sign.
            public static let s32: Self = "s32"
            /// 32 bits.
            public static let u32: Self = "u32"
            /// A fraction of 32 bits.
            public static let f32: Self = "f32"
        }
    }
}
