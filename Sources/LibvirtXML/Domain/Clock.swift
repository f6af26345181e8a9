extension DomainDocument {
    /// A guest's clock.
    public struct Clock: ElementFields {
        /// What the clock is set to at boot.
        public let offset = Field<Offset>("@offset")
        /// The seconds by which it is off, or `reset`.
        public let adjustment = Field<String>("@adjustment")
        /// What it is off from: `utc` or `localtime`.
        public let basis = Field<String>("@basis")
        /// The time zone.
        public let timeZone = Field<String>("@timezone")
        /// The seconds since 1970 that it is set to.
        public let start = Field<Int>("@start")
        /// The clocks and timers that the guest can read.
        public let timers = Children<Timer>("timer")

        /// All fields.
        public init() {}

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
    }

    /// A clock or timer that a guest can read.
    public struct Timer: ElementFields {
        /// Its name, such as `rtc`, `hpet` or `kvmclock`.
        public let name = Field<String>("@name")
        /// What it follows: `boot`, `guest`, `wall` or `realtime`.
        public let track = Field<String>("@track")
        /// What becomes of ticks that came late.
        public let tickPolicy = Field<TickPolicy>("@tickpolicy")
        /// Whether it is there.
        public let isEnabled = Switch(yesNo: "@present")
        /// Its ticks a second.
        public let frequency = Field<Int>("@frequency")
        /// How it is read, such as `native`.
        public let mode = Field<String>("@mode")
        /// The delay, in nanoseconds, from which it hurries.
        public let catchUpThreshold = Field<Int>("catchup/@threshold")
        /// How much it hurries, in nanoseconds a second.
        public let catchUpSlew = Field<Int>("catchup/@slew")
        /// The delay, in nanoseconds, above which it gives up.
        public let catchUpLimit = Field<Int>("catchup/@limit")

        /// All fields.
        public init() {}

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
    }
}
