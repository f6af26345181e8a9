public import Quantities

/// What the host has used since it began, and the memory it holds now.
public struct HostCounters: Codable, Sendable, Equatable {
    /// How many processors the kernel counts.
    public var processors: Int
    /// Where their time went.
    public var cpu: ProcessorTime
    /// Memory; `nil` where `/proc/meminfo` does not tell.
    public var memory: MemoryCounters?
    /// The disks of the machine.
    public var disks: [DeviceCounters]
    /// The VMM's own programs: libvirt's daemons, those that serve its networks and devices, and this one.
    public var daemons: [DaemonCounters]
    /// Why a fact is missing, by the fact's JSON key.
    public var unavailable: [String: String]

    /// A host with what was found.
    public init(
        processors: Int, cpu: ProcessorTime, memory: MemoryCounters? = nil, disks: [DeviceCounters] = [],
        daemons: [DaemonCounters] = [], unavailable: [String: String] = [:]
    ) {
        self.processors = processors
        self.cpu = cpu
        self.memory = memory
        self.disks = disks
        self.daemons = daemons
        self.unavailable = unavailable
    }
}

/// Where the time of all processors of the host went, in seconds, as the kernel counts it.
public struct ProcessorTime: Codable, Sendable, Equatable {
    /// Programs, the guests' code included.
    public var user = 0.0
    /// The kernel on behalf of programs.
    public var system = 0.0
    /// Interrupts and what the kernel puts off from them.
    public var interrupts = 0.0
    /// Nothing to do, or nothing but waiting for disks.
    public var idle = 0.0
    /// What the hypervisor below gave to others while this host had work to do.
    public var stolen = 0.0

    /// No time at all.
    public init() {}

    /// All of it.
    public var total: Double { user + system + interrupts + idle + stolen }
}

/// The host's memory as the kernel divides it.
public struct MemoryCounters: Codable, Sendable, Equatable {
    /// All of it.
    public var total: ByteCount
    /// Used for nothing.
    public var free: ByteCount
    /// What new work could have, as the kernel estimates it.
    public var available: ByteCount
    /// Files that are kept in memory, and could be dropped.
    public var pageCache: ByteCount
    /// Huge pages that are reserved and not in use.
    public var reservedHugePages: ByteCount
    /// Swap space in use.
    public var swapUsed: ByteCount
}

/// One disk of the host, since it began.
public struct DeviceCounters: Codable, Sendable, Equatable {
    /// The kernel's name.
    public var name: String
    /// Reads served.
    public var reads: UInt64
    /// Writes served.
    public var writes: UInt64
    /// Bytes read and written.
    public var bytes: ByteCount
    /// Seconds that requests took, added up over all of them.
    public var requestSeconds: Double
    /// Seconds in which there was at least one request.
    public var busySeconds: Double
}

/// One of the VMM's own programs.
public struct DaemonCounters: Codable, Sendable, Equatable {
    /// The name of the program.
    public var name: String
    /// Its process.
    public var processID: Int
    /// When it began, on the clock of the sample.
    public var began: Double
    /// The processor time it has used, in seconds.
    public var cpuSeconds: Double
    /// The memory it holds, without the files in it.
    public var memory: ByteCount
}
