extension DomainDocument {
    /// The processor that a guest sees: the `<cpu>` part of a definition.
    public struct CPU: ElementFields {
        /// Where the model comes from.
        public let mode = Field<Mode>("@mode")
        /// How closely the host must match.
        public let match = Field<Match>("@match")
        /// What is checked before the start.
        public let check = Field<Check>("@check")
        /// Whether what would hinder a migration is left out.
        public let isMigratable = Switch(onOff: "@migratable")
        /// The named model, in mode ``Mode/custom``.
        public let model = Field<String>("model")
        /// Whether a similar model may take the place of a missing one.
        public let fallback = Field<Fallback>("model/@fallback")
        /// The vendor that the guest reads.
        public let vendorID = Field<String>("model/@vendor_id")
        /// The vendor that the host's processor must be of.
        public let vendor = Field<String>("vendor")
        /// What is added to the model or taken from it.
        public let features = Children<CPUFeature>("feature")
        /// The sockets.
        public let sockets = Field<Int>("topology/@sockets")
        /// The dies of a socket.
        public let dies = Field<Int>("topology/@dies")
        /// The cores of a die.
        public let cores = Field<Int>("topology/@cores")
        /// The threads of a core.
        public let threads = Field<Int>("topology/@threads")
        /// What the guest reads of the caches.
        public let cacheMode = Field<CacheMode>("cache/@mode")
        /// The level of cache that ``cacheMode`` speaks of; all when nothing is said.
        public let cacheLevel = Field<Int>("cache/@level")
        /// Where the width of addresses comes from.
        public let addressMode = Field<AddressMode>("maxphysaddr/@mode")
        /// The width of addresses.
        public let addressBits = Field<Int>("maxphysaddr/@bits")
        /// The guest's NUMA nodes.
        public let cells = Children<NUMACell>("numa/cell")
        /// How long one node waits for another's memory.
        public let latencies = Children<NUMALatency>("numa/interconnects/latency")
        /// How much one node gets of another's memory.
        public let bandwidths = Children<NUMABandwidth>("numa/interconnects/bandwidth")

        /// All fields.
        public static let all = Self()

        /// Where the model of a processor comes from.
        public struct Mode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A model by name.
            public static let custom: Self = "custom"
            /// The known model that is nearest to the host's.
            public static let hostModel: Self = "host-model"
            /// The host's own processor.
            public static let hostPassthrough: Self = "host-passthrough"
            /// The most that the hypervisor can do.
            public static let maximum: Self = "maximum"
        }

        /// Whether a similar model may take the place of a missing one.
        public struct Fallback: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It may.
            public static let allow: Self = "allow"
            /// It may not.
            public static let forbid: Self = "forbid"
        }

        /// How closely a host must match.
        public struct Match: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It can do more.
            public static let minimum: Self = "minimum"
            /// What it can do more is hidden.
            public static let exact: Self = "exact"
            /// It can do no more.
            public static let strict: Self = "strict"
        }

        /// What is checked before the start.
        public struct Check: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Nothing.
            public static let never: Self = "none"
            /// What libvirt knows.
            public static let partial: Self = "partial"
            /// All that the hypervisor offers.
            public static let full: Self = "full"
        }

        /// What a guest reads of the processor's caches.
        public struct CacheMode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// What the hypervisor says.
            public static let emulate: Self = "emulate"
            /// What the host says.
            public static let passthrough: Self = "passthrough"
            /// Nothing.
            public static let disable: Self = "disable"
        }
    }

    /// Something that a processor can do.
    public struct CPUFeature: ElementFields {
        /// Its name, such as `vmx`.
        public let name = Field<String>("@name")
        /// Whether the guest has it.
        public let policy = Field<Policy>("@policy")

        /// All fields.
        public static let all = Self()

        /// Whether a guest's processor can do something.
        public struct Policy: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It claims to.
            public static let force: Self = "force"
            /// It can, or the guest does not start.
            public static let require: Self = "require"
            /// It can if the host's can.
            public static let optional: Self = "optional"
            /// It cannot.
            public static let disable: Self = "disable"
            /// It cannot, and the guest does not start where the host's can.
            public static let forbid: Self = "forbid"
        }
    }
}
