extension DomainDocument {
    /// A NUMA node of a guest: processors and memory that are near each other.
    public struct NUMACell: ElementFields {
        /// Its number, from 0.
        public let number = Field<Int>("@id")
        /// Its virtual processors.
        public let processors = Field<NumberSet>("@cpus")
        /// Its memory.
        public let memory = Amount("@memory")
        /// Who else sees its memory.
        public let access = Field<MemoryAccess>("@memAccess")
        /// Whether its memory's content is thrown away before the host's is freed.
        public let isDiscarded = Switch(yesNo: "@discard")
        /// How far other nodes are.
        public let distances = Children<NUMADistance>("distances/sibling")
        /// The caches beside its memory.
        public let caches = Children<NUMACache>("cache")

        /// All fields.
        public static let all = Self()
    }

    /// How far another NUMA node is.
    public struct NUMADistance: ElementFields {
        /// The other node.
        public let otherNode = Field<Int>("@id")
        /// The distance; 10 is none, 255 is out of reach.
        public let value = Field<Int>("@value")

        /// All fields.
        public static let all = Self()
    }

    /// A cache beside a NUMA node's memory.
    public struct NUMACache: ElementFields {
        /// Its level, from 1.
        public let level = Field<Int>("@level")
        /// How it finds what it holds.
        public let associativity = Field<Associativity>("@associativity")
        /// What happens to writes.
        public let policy = Field<WritePolicy>("@policy")
        /// How large it is.
        public let size = Amount("size/@value")
        /// How much it fetches at once.
        public let line = Amount("line/@value")

        /// All fields.
        public static let all = Self()
    }

    /// How long one NUMA node waits for another's memory.
    public struct NUMALatency: ElementFields {
        /// The node that waits.
        public let initiator = Field<Int>("@initiator")
        /// The node of the memory.
        public let target = Field<Int>("@target")
        /// The level of cache that the request ends in.
        public let cache = Field<Int>("@cache")
        /// What is done.
        public let type = Field<MemoryOperation>("@type")
        /// How long it takes, in nanoseconds.
        public let nanoseconds = Field<Int>("@value")

        /// All fields.
        public static let all = Self()
    }

    /// How much one NUMA node gets of another's memory in a second.
    public struct NUMABandwidth: ElementFields {
        /// The node that asks.
        public let initiator = Field<Int>("@initiator")
        /// The node of the memory.
        public let target = Field<Int>("@target")
        /// The level of cache that the request ends in.
        public let cache = Field<Int>("@cache")
        /// What is done.
        public let type = Field<MemoryOperation>("@type")
        /// How much it gets.
        public let value = Amount("@value")

        /// All fields.
        public static let all = Self()
    }
}
