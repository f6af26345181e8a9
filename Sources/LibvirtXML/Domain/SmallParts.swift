extension DomainDocument {
    /// A virtual processor.
    public struct VCPU: ElementFields {
        /// Its number, from 0.
        public let number = Field<Int>("@id")
        /// Whether it is plugged in.
        public let isEnabled = Switch(yesNo: "@enabled")
        /// Whether it can be taken out.
        public let isHotpluggable = Switch(yesNo: "@hotpluggable")
        /// Its place in the order of plugging.
        public let order = Field<Int>("@order")

        /// All fields.
        public static let all = Self()
    }

    /// A thread of the emulator that serves devices.
    public struct IOThread: ElementFields {
        /// Its number, from 1.
        public let number = Field<Int>("@id")
        /// The fewest helpers that it keeps.
        public let minimumHelpers = Field<Int>("@thread_pool_min")
        /// The most helpers that it may have.
        public let maximumHelpers = Field<Int>("@thread_pool_max")

        /// All fields.
        public static let all = Self()
    }
}
