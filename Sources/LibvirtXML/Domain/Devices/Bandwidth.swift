extension DomainDocument {
    /// The most that may pass an adapter or a network.
    public struct Bandwidth: ElementFields {
        /// The class of the traffic.
        public let classID = Field<Int>("@classID")
        /// What goes to the guest.
        public let inbound = Child<Rate>("inbound")
        /// What comes from the guest.
        public let outbound = Child<Rate>("outbound")

        /// All fields.
        public static let all = Self()
    }

    /// A limit in one direction.
    public struct Rate: ElementFields {
        /// What may pass in a second.
        public let average = Amount("@average", always: .kibibytes)
        /// What may pass in a second at most.
        public let peak = Amount("@peak", always: .kibibytes)
        /// What may pass at the peak's speed.
        public let burst = Amount("@burst", always: .kibibytes)
        /// What is promised.
        public let floor = Amount("@floor", always: .kibibytes)

        /// All fields.
        public static let all = Self()
    }
}
