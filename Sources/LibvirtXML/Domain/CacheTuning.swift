extension DomainDocument {
    /// The parts of the host's caches that virtual processors have.
    public struct CacheTuning: ElementFields {
        /// The name of the group, as libvirt reports it.
        public let name = Field<String>("@id")
        /// The virtual processors.
        public let vcpus = Field<NumberSet>("@vcpus")
        /// The parts.
        public let caches = Children<CachePart>("cache")
        /// What of it is measured.
        public let monitors = Children<CacheMonitor>("monitor")

        /// All fields.
        public static let all = Self()
    }

    /// A part of one of the host's caches.
    public struct CachePart: ElementFields {
        /// The cache.
        public let number = Field<Int>("@id")
        /// Its level.
        public let level = Field<Int>("@level")
        /// What it holds.
        public let type = Field<CacheContent>("@type")
        /// How large the part is.
        public let size = Amount("@size")

        /// All fields.
        public static let all = Self()
    }

    /// What is measured of the use of a cache.
    public struct CacheMonitor: ElementFields {
        /// The level of the cache.
        public let level = Field<Int>("@level")
        /// The virtual processors.
        public let vcpus = Field<NumberSet>("@vcpus")

        /// All fields.
        public static let all = Self()
    }

    /// The parts of the host's memory bandwidth that virtual processors have.
    public struct BandwidthTuning: ElementFields {
        /// The virtual processors.
        public let vcpus = Field<NumberSet>("@vcpus")
        /// The parts.
        public let nodes = Children<BandwidthPart>("node")
        /// What of it is measured.
        public let monitors = Children<BandwidthMonitor>("monitor")

        /// All fields.
        public static let all = Self()
    }

    /// A part of the bandwidth of a NUMA node.
    public struct BandwidthPart: ElementFields {
        /// The node.
        public let number = Field<Int>("@id")
        /// The part, in hundredths.
        public let percent = Field<Int>("@bandwidth")

        /// All fields.
        public static let all = Self()
    }

    /// What is measured of the use of memory bandwidth.
    public struct BandwidthMonitor: ElementFields {
        /// The virtual processors.
        public let vcpus = Field<NumberSet>("@vcpus")

        /// All fields.
        public static let all = Self()
    }
}
