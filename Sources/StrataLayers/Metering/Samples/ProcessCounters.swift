public import Quantities

/// The process in which a guest's hypervisor runs, since it began.
public struct ProcessCounters: Codable, Sendable, Equatable {
    /// The kernel's number of it.
    public var id: Int
    /// When it began, in seconds since the kernel did: a number may come again, not both.
    public var began: Double
    /// The time of all its threads, those that have ended included.
    public var time: ThreadTime
    /// The threads that say what they are for; what the process used beside them is its emulator's.
    public var threads: [ThreadCounters]
    /// Its memory maps; `nil` unless they were asked for.
    public var memory: ProcessMemory?
    /// What it had the host's disks read and write.
    public var diskBytes: ByteCount?
    /// Why a fact is missing, by the fact's JSON key.
    public var unavailable: [String: String]

    /// A process with what was found.
    public init(
        id: Int, began: Double, time: ThreadTime, threads: [ThreadCounters] = [], memory: ProcessMemory? = nil,
        diskBytes: ByteCount? = nil, unavailable: [String: String] = [:]
    ) {
        self.id = id
        self.began = began
        self.time = time
        self.threads = threads
        self.memory = memory
        self.diskBytes = diskBytes
        self.unavailable = unavailable
    }

    /// Whether the guest's code is translated rather than run by the processor, as its threads' names tell.
    public var isEmulated: Bool? {
        threads.first { $0.role == .vcpu }.map { $0.name.hasSuffix("/TCG") }
    }

    /// Whether the kernel counts when the guest's code is on the processor; `nil` where there is nothing to count yet.
    var countsGuestTime: Bool? {
        let vcpus = threads.filter { $0.role == .vcpu }.reduce(0) { $0 + $1.time.total }
        guard isEmulated == false, vcpus >= 1 else { return nil }
        return time.guest > 0
    }
}

/// What the kernel counts of a thread, or of all threads of a process, in seconds.
public struct ThreadTime: Codable, Sendable, Equatable {
    /// In user mode, with a guest's code on the processor included.
    public var user = 0.0
    /// In the kernel.
    public var system = 0.0
    /// The part of user mode in which a guest's code was on the processor; only KVM has any.
    public var guest = 0.0

    /// A time in its parts.
    public init(user: Double = 0, system: Double = 0, guest: Double = 0) {
        self.user = user
        self.system = system
        self.guest = guest
    }

    /// User mode and kernel.
    public var total: Double { user + system }
}

/// One thread of a hypervisor that says by its name what it is for.
public struct ThreadCounters: Codable, Sendable, Equatable {
    /// What a thread is for.
    public enum Role: String, Codable, Sendable {
        /// It runs a virtual processor, and plays devices for it.
        case vcpu
        /// It serves disks.
        case ioThread
        /// The kernel serves a network adapter in it.
        case vhost
    }

    /// The kernel's number of it.
    public var id: Int
    /// What it is for.
    public var role: Role
    /// Its name, such as `CPU 0/KVM`.
    public var name: String
    /// Its time in whole ticks of the kernel's clock.
    public var time: ThreadTime
    /// Whether the kernel runs it outside the process: vhost before Linux 6.4.
    public var isOutside = false
    /// The time it had a processor, exactly; `nil` where the kernel keeps no such account.
    public var running: Double?
    /// The time it was ready and had none.
    public var waiting: Double?

    /// A thread with what was found.
    public init(
        id: Int, role: Role, name: String, time: ThreadTime, isOutside: Bool = false, running: Double? = nil,
        waiting: Double? = nil
    ) {
        self.id = id
        self.role = role
        self.name = name
        self.time = time
        self.isOutside = isOutside
        self.running = running
        self.waiting = waiting
    }

    /// The role that a name tells; `nil` for threads of the emulator.
    public static func role(ofThreadNamed name: String) -> Role? {
        if name.hasPrefix("CPU ") || name.hasPrefix("ALL CPUs") { return .vcpu }
        if name.hasPrefix("vhost-") { return .vhost }
        // QEMU serves its own monitor in a thread of the same kind, which is no disk's.
        return name.hasPrefix("IO ") && name != "IO mon_iothread" ? .ioThread : nil
    }
}

/// The memory of a hypervisor's process.
///
/// What several processes share counts for each in part.
public struct ProcessMemory: Codable, Sendable, Equatable {
    /// What is there of the guest's memory.
    public var guest = ByteCount.zero
    /// What the hypervisor needs for itself beside that.
    public var own = ByteCount.zero
    /// Files in memory that it has mapped, which are in the host's page cache: its program, its libraries.
    public var files = ByteCount.zero
    /// What of it was swapped out.
    public var swapped = ByteCount.zero
    /// What of it is merged with equal pages of other processes.
    public var merged = ByteCount.zero
    /// What of it stands in huge pages.
    public var inHugePages = ByteCount.zero
    /// The tables by which the processor finds it.
    public var pageTables = ByteCount.zero

    /// Memory with nothing in it.
    public init() {}
}
