extension DomainDocument {
    /// The limits on a guest's memory, the emulator's own included.
    public struct MemoryTuning: ElementFields {
        /// The most that it may use.
        public let hardLimit = Amount("hard_limit")
        /// The most that it should use when memory is short.
        public let softLimit = Amount("soft_limit")
        /// The most of memory and swap that it may use.
        public let swapHardLimit = Amount("swap_hard_limit")
        /// The least that it gets.
        public let minimum = Amount("min_guarantee")

        /// All fields.
        public static let all = Self()
    }

    /// What a guest's memory is made of.
    public struct MemoryBacking: ElementFields {
        /// Whether it is made of large pages.
        public let usesHugePages = Presence("hugepages")
        /// The sizes of those pages.
        public let hugePages = Children<HugePage>("hugepages/page")
        /// Whether equal pages of several guests stay apart.
        public let isUnmerged = Presence("nosharepages")
        /// Whether it never goes to swap.
        public let isLocked = Presence("locked")
        /// What it comes from.
        public let source = Field<Source>("source/@type")
        /// Who else sees it.
        public let access = Field<MemoryAccess>("access/@mode")
        /// When it is taken.
        public let allocation = Field<Allocation>("allocation/@mode")
        /// The threads that take it.
        public let allocationThreads = Field<Int>("allocation/@threads")
        /// Whether its content is thrown away before the host's memory is freed.
        public let isDiscarded = Presence("discard")

        /// All fields.
        public static let all = Self()

        /// What a guest's memory comes from.
        public struct Source: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Plain memory.
            public static let anonymous: Self = "anonymous"
            /// Files in a folder of the host.
            public static let file: Self = "file"
            /// Files without a name.
            public static let memfd: Self = "memfd"
        }

        /// When a guest's memory is taken.
        public struct Allocation: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Before it starts.
            public static let immediate: Self = "immediate"
            /// When it is used.
            public static let onDemand: Self = "ondemand"
        }
    }

    /// A size of large pages.
    public struct HugePage: ElementFields {
        /// The size.
        public let size = Amount("@size")
        /// The guest's NUMA nodes that use it.
        public let nodes = Field<NumberSet>("@nodeset")

        /// All fields.
        public static let all = Self()
    }

    /// The host's NUMA nodes that a guest's memory comes from.
    public struct NUMATuning: ElementFields {
        /// How strictly.
        public let mode = Field<Mode>("memory/@mode")
        /// The nodes.
        public let nodes = Field<NumberSet>("memory/@nodeset")
        /// Who chooses the nodes.
        public let placement = Field<Placement>("memory/@placement")
        /// The same for single nodes of the guest.
        public let cells = Children<NUMAMemory>("memnode")

        /// All fields.
        public static let all = Self()

        /// Who chooses the host's NUMA nodes.
        public struct Placement: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The definition.
            public static let fixed: Self = "static"
            /// The host's `numad`.
            public static let auto: Self = "auto"
        }

        /// How strictly memory comes from the given NUMA nodes.
        public struct Mode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// From no other.
            public static let strict: Self = "strict"
            /// From others when there is none left.
            public static let preferred: Self = "preferred"
            /// From all in turns.
            public static let interleave: Self = "interleave"
            /// As the host's control groups say.
            public static let restrictive: Self = "restrictive"
        }
    }

    /// The host's NUMA nodes that the memory of one of the guest's comes from.
    public struct NUMAMemory: ElementFields {
        /// The guest's node.
        public let cell = Field<Int>("@cellid")
        /// How strictly.
        public let mode = Field<NUMATuning.Mode>("@mode")
        /// The host's nodes.
        public let nodes = Field<NumberSet>("@nodeset")

        /// All fields.
        public static let all = Self()
    }
}
