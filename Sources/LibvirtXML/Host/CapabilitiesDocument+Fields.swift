public import FoundationEssentials

extension CapabilitiesDocument {
    /// What is said of a host and its hypervisor.
    public struct Fields: ElementFields {
        /// The host.
        public let host = Child<Host>("host")
        /// The kinds of guest that it can run.
        public let guests = Children<Guest>("guest")

        /// All fields.
        public static let all = Self()
    }

    /// What a host can do.
    public struct Host: ElementFields {
        /// The identity of the machine.
        public let uuid = Field<UUID>("uuid")
        /// The processor architecture.
        public let architecture = Field<String>("cpu/arch")
        /// The model of the processor.
        public let model = Field<String>("cpu/model")
        /// The vendor of the processor.
        public let vendor = Field<String>("cpu/vendor")
        /// The version of the processor's own program.
        public let microcode = Field<Int>("cpu/microcode/@version")
        /// The processor's family.
        public let family = Field<Int>("cpu/signature/@family")
        /// The number of the processor's model.
        public let modelNumber = Field<Int>("cpu/signature/@model")
        /// The revision of the processor.
        public let stepping = Field<Int>("cpu/signature/@stepping")
        /// The processor's clock.
        public let counter = Field<String>("cpu/counter/@name")
        /// The ticks of that clock in a second.
        public let counterFrequency = Field<Int>("cpu/counter/@frequency")
        /// Whether guests can have another frequency.
        public let scalesCounter = Switch(yesNo: "cpu/counter/@scaling")
        /// How the width of addresses is given.
        public let addressMode = Field<DomainDocument.AddressMode>("cpu/maxphysaddr/@mode")
        /// The width of addresses.
        public let addressBits = Field<Int>("cpu/maxphysaddr/@bits")
        /// The sockets of a NUMA node.
        public let sockets = Field<Int>("cpu/topology/@sockets")
        /// The dies of a socket.
        public let dies = Field<Int>("cpu/topology/@dies")
        /// The cores of a die.
        public let cores = Field<Int>("cpu/topology/@cores")
        /// The threads of a core.
        public let threads = Field<Int>("cpu/topology/@threads")
        /// What the processor can do besides its model.
        public let features = Values<String>("cpu/feature/@name")
        /// The sizes of pages.
        public let pageSizes = Children<PageSize>("cpu/pages")
        /// Whether it can sleep.
        public let canSuspendToMemory = Presence("power_management/suspend_mem")
        /// Whether it can hibernate.
        public let canSuspendToDisk = Presence("power_management/suspend_disk")
        /// Whether it can do both at once.
        public let canSuspendHybrid = Presence("power_management/suspend_hybrid")
        /// Whether Intel's processor helps, as Xen reports it.
        public let hasVMX = Presence("cpu/features/vmx")
        /// Whether AMD's processor helps, as Xen reports it.
        public let hasSVM = Presence("cpu/features/svm")
        /// Whether 32-bit systems can use more than 4 GiB, as Xen reports it.
        public let hasPAE = Presence("cpu/features/pae")
        /// Whether they need not, as Xen reports it.
        public let hasNonPAE = Presence("cpu/features/nonpae")
        /// Whether devices can be handed over.
        public let hasIOMMU = Switch(yesNo: "iommu/@support")
        /// Whether running guests can be migrated.
        public let canMigrateLive = Presence("migration_features/live")
        /// The ways that a migration goes.
        public let migrationTransports = Values<MigrationTransport>("migration_features/uri_transports/uri_transport")
        /// The NUMA nodes.
        public let cells = Children<Cell>("topology/cells/cell")
        /// The number of NUMA nodes.
        public let cellCount = Field<Int>("topology/cells/@num")
        /// How long one node waits for another's memory.
        public let latencies = Children<DomainDocument.NUMALatency>("topology/interconnects/latency")
        /// How much one node gets of another's memory.
        public let bandwidths = Children<DomainDocument.NUMABandwidth>("topology/interconnects/bandwidth")
        /// The caches.
        public let cacheBanks = Children<CacheBank>("cache/bank")
        /// What can be measured of the use of caches.
        public let cacheMonitors = Children<Monitor>("cache/monitor")
        /// The memory bandwidth that can be shared out.
        public let bandwidthNodes = Children<BandwidthNode>("memory_bandwidth/node")
        /// What can be measured of the use of memory bandwidth.
        public let bandwidthMonitors = Children<Monitor>("memory_bandwidth/monitor")
        /// The security modules.
        public let securityModels = Children<SecurityModel>("secmodel")

        /// All fields.
        public static let all = Self()

        /// The ways that a migration goes.
        public struct MigrationTransport: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// TCP.
            public static let tcp: Self = "tcp"
            /// Remote direct memory access.
            public static let rdma: Self = "rdma"
            /// VMware's own.
            public static let vmware: Self = "vpxmigr"
            /// Virtuozzo's own.
            public static let virtuozzo: Self = "vzmigr"
        }
    }
}
