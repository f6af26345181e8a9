extension DomainDocument {
    /// How processor time is given to a guest.
    public struct CPUTuning: ElementFields {
        /// Its weight against other guests.
        public let shares = Field<Int>("shares")
        /// The time in which a virtual processor may use its ``quota``.
        public let period = Time("period", .microseconds)
        /// What a virtual processor may use of a ``period``; below 0 for no limit.
        public let quota = Time("quota", .microseconds)
        /// The time in which the whole guest may use its quota.
        public let globalPeriod = Time("global_period", .microseconds)
        /// What the whole guest may use of that.
        public let globalQuota = Time("global_quota", .microseconds)
        /// The time in which the emulator may use its quota.
        public let emulatorPeriod = Time("emulator_period", .microseconds)
        /// What the emulator may use of that.
        public let emulatorQuota = Time("emulator_quota", .microseconds)
        /// The time in which an I/O thread may use its quota.
        public let ioThreadPeriod = Time("iothread_period", .microseconds)
        /// What an I/O thread may use of that.
        public let ioThreadQuota = Time("iothread_quota", .microseconds)
        /// The host's processors for single virtual ones.
        public let vcpuPins = Children<VCPUPin>("vcpupin")
        /// The host's processors for the emulator.
        public let emulatorSet = Field<NumberSet>("emulatorpin/@cpuset")
        /// The host's processors for single I/O threads.
        public let ioThreadPins = Children<IOThreadPin>("iothreadpin")
        /// How virtual processors are scheduled.
        public let vcpuSchedulers = Children<Scheduling>("vcpusched")
        /// How I/O threads are scheduled.
        public let ioThreadSchedulers = Children<Scheduling>("iothreadsched")
        /// How the emulator is scheduled.
        public let emulatorScheduler = Child<Scheduling>("emulatorsched")
        /// The parts of the host's caches that virtual processors have.
        public let cacheAllocations = Children<CacheTuning>("cachetune")
        /// The parts of the host's memory bandwidth that virtual processors have.
        public let memoryBandwidths = Children<BandwidthTuning>("memorytune")

        /// All fields.
        public static let all = Self()
    }

    /// The host's processors for a virtual one.
    public struct VCPUPin: ElementFields {
        /// The virtual processor.
        public let vcpu = Field<Int>("@vcpu")
        /// The host's processors.
        public let processors = Field<NumberSet>("@cpuset")

        /// All fields.
        public static let all = Self()
    }

    /// The host's processors for an I/O thread.
    public struct IOThreadPin: ElementFields {
        /// The I/O thread.
        public let ioThread = Field<Int>("@iothread")
        /// The host's processors.
        public let processors = Field<NumberSet>("@cpuset")

        /// All fields.
        public static let all = Self()
    }

    /// How threads of the emulator are scheduled.
    public struct Scheduling: ElementFields {
        /// The virtual processors.
        public let vcpus = Field<NumberSet>("@vcpus")
        /// The I/O threads.
        public let ioThreads = Field<NumberSet>("@iothreads")
        /// How.
        public let scheduler = Field<Scheduler>("@scheduler")
        /// How urgent they are, for the real-time ones.
        public let priority = Field<Int>("@priority")

        /// All fields.
        public static let all = Self()

        /// How a thread is scheduled.
        public struct Scheduler: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// As work that can wait.
            public static let batch: Self = "batch"
            /// When there is nothing else.
            public static let idle: Self = "idle"
            /// In real time, until it waits.
            public static let fifo: Self = "fifo"
            /// In real time, in turns.
            public static let roundRobin: Self = "rr"
        }
    }
}
