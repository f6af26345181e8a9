extension DomainDocument {
    /// What Microsoft's systems can use.
    public struct HyperV: ElementFields {
        /// Where the list comes from.
        public let mode = Field<Mode>("@mode")
        /// Whether timers may be late.
        public let relaxed = Switch(onOff: "relaxed/@state")
        /// Whether the interrupt controller is paravirtual.
        public let vapic = Switch(onOff: "vapic/@state")
        /// Whether waiting for a lock gives time to others.
        public let spinlocks = Switch(onOff: "spinlocks/@state")
        /// How often a lock is tried before.
        public let spinlockRetries = Field<Int>("spinlocks/@retries")
        /// Whether a processor can read its number.
        public let vpIndex = Switch(onOff: "vpindex/@state")
        /// Whether processors can read the time that they had.
        public let runtime = Switch(onOff: "runtime/@state")
        /// Whether there is a synthetic interrupt controller.
        public let synic = Switch(onOff: "synic/@state")
        /// Whether there are synthetic timers.
        public let stimer = Switch(onOff: "stimer/@state")
        /// Whether those timers interrupt without a message.
        public let directStimer = Switch(onOff: "stimer/direct/@state")
        /// Whether the guest can reset itself.
        public let reset = Switch(onOff: "reset/@state")
        /// Whether the hypervisor has a name of its own.
        public let hasVendorID = Switch(onOff: "vendor_id/@state")
        /// That name.
        public let vendorID = Field<String>("vendor_id/@value")
        /// Whether the guest can read frequencies.
        public let frequencies = Switch(onOff: "frequencies/@state")
        /// Whether the guest is told that a migration changed the frequency.
        public let reenlightenment = Switch(onOff: "reenlightenment/@state")
        /// Whether other processors are told to forget addresses without waking them.
        public let tlbFlush = Switch(onOff: "tlbflush/@state")
        /// Whether processors call each other by the hypervisor.
        public let ipi = Switch(onOff: "ipi/@state")
        /// Whether the guest's own guests are faster.
        public let evmcs = Switch(onOff: "evmcs/@state")
        /// Whether the processor delivers interrupts.
        public let avic = Switch(onOff: "avic/@state")

        /// All fields.
        public static let all = Self()

        /// Where the list of what Microsoft's systems can use comes from.
        public struct Mode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The definition.
            public static let custom: Self = "custom"
            /// The host: all that it can.
            public static let passthrough: Self = "passthrough"
        }
    }

    /// What is special to KVM.
    public struct KVM: ElementFields {
        /// Whether the guest does not see that it is KVM.
        public let isHidden = Switch(onOff: "hidden/@state")
        /// Whether the guest is told that its processors are its own.
        public let isDedicated = Switch(onOff: "hint-dedicated/@state")
        /// Whether the guest can tell the host to poll.
        public let pollControl = Switch(onOff: "poll-control/@state")
        /// Whether processors call each other by the hypervisor.
        public let pvIPI = Switch(onOff: "pv-ipi/@state")
        /// Whether changed pages are kept in a ring.
        public let dirtyRing = Switch(onOff: "dirty-ring/@state")
        /// The entries of that ring.
        public let dirtyRingSize = Field<Int>("dirty-ring/@size")

        /// All fields.
        public static let all = Self()
    }
}
