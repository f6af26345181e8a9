extension DomainDocument {
    /// A guest's clock.
    public struct Clock: ElementFields {
        /// What the clock is set to at boot.
        public let offset = Field<Offset>("@offset")
        /// The seconds by which it is off, or `reset`.
        public let adjustment = Field<String>("@adjustment")
        /// What it is off from.
        public let basis = Field<Basis>("@basis")
        /// The time zone.
        public let timeZone = Field<String>("@timezone")
        /// The seconds since 1970 that it is set to.
        public let start = Field<Int>("@start")
        /// The clocks and timers that the guest can read.
        public let timers = Children<Timer>("timer")

        /// All fields.
        public static let all = Self()

        /// What a guest's clock is set to at boot.
        public struct Offset: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Universal time.
            public static let utc: Self = "utc"
            /// The host's local time.
            public static let localTime: Self = "localtime"
            /// The local time of a time zone.
            public static let timeZone: Self = "timezone"
            /// What the guest has set it to.
            public static let variable: Self = "variable"
            /// A fixed moment.
            public static let absolute: Self = "absolute"
        }

        /// What a guest's clock is off from.
        public struct Basis: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Universal time.
            public static let utc: Self = "utc"
            /// The host's local time.
            public static let localTime: Self = "localtime"
        }
    }

    /// A clock or timer that a guest can read.
    public struct Timer: ElementFields {
        /// Its name, such as `rtc`, `hpet` or `kvmclock`.
        public let name = Field<Name>("@name")
        /// What it follows.
        public let track = Field<Track>("@track")
        /// What becomes of ticks that came late.
        public let tickPolicy = Field<TickPolicy>("@tickpolicy")
        /// Whether it is there.
        public let isEnabled = Switch(yesNo: "@present")
        /// Its ticks a second.
        public let frequency = Field<Int>("@frequency")
        /// How it is read, such as `native`.
        public let mode = Field<Mode>("@mode")
        /// The delay, in nanoseconds, from which it hurries.
        public let catchUpThreshold = Field<Int>("catchup/@threshold")
        /// How much it hurries, in nanoseconds a second.
        public let catchUpSlew = Field<Int>("catchup/@slew")
        /// The delay, in nanoseconds, above which it gives up.
        public let catchUpLimit = Field<Int>("catchup/@limit")

        /// All fields.
        public static let all = Self()

        /// What becomes of ticks that came late.
        public struct TickPolicy: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// They come later, at the usual pace.
            public static let delay: Self = "delay"
            /// They come at a faster pace.
            public static let catchUp: Self = "catchup"
            /// They become one.
            public static let merge: Self = "merge"
            /// They are lost.
            public static let discard: Self = "discard"
        }

        /// The clocks and timers of guests.
        public struct Name: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// That of the machine.
            public static let platform: Self = "platform"
            /// The clock that runs when the machine is off.
            public static let rtc: Self = "rtc"
            /// The old timer of every PC.
            public static let pit: Self = "pit"
            /// The newer timer.
            public static let hpet: Self = "hpet"
            /// The processor's counter.
            public static let tsc: Self = "tsc"
            /// KVM's.
            public static let kvmClock: Self = "kvmclock"
            /// Microsoft's.
            public static let hypervClock: Self = "hypervclock"
            /// The processor's, on Arm.
            public static let armTimer: Self = "armvtimer"
        }

        /// What a guest's timer follows.
        public struct Track: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The time since boot.
            public static let boot: Self = "boot"
            /// The time that the guest had.
            public static let guest: Self = "guest"
            /// The host's clock.
            public static let wall: Self = "wall"
            /// The time since boot, sleep included.
            public static let realTime: Self = "realtime"
        }

        /// How a guest reads the processor's counter.
        public struct Mode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// As it fits.
            public static let auto: Self = "auto"
            /// From the processor.
            public static let native: Self = "native"
            /// From the hypervisor.
            public static let emulate: Self = "emulate"
            /// From the processor, with the hypervisor's help.
            public static let paravirt: Self = "paravirt"
            /// From the processor where all processors agree.
            public static let smpSafe: Self = "smpsafe"
        }
    }
}
