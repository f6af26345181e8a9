/// Where the processor time of one guest went, in processors: 1 is one processor all the time.
///
/// The three parts say who ran: the guest's code, the VMM, or the host's kernel on their behalf. The same time is told
/// by threads as well.
public struct GuestCPU: Codable, Sendable, Equatable {
    /// The guest's code; emulated, it is all that the vCPU threads do outside the kernel.
    ///
    /// `nil` where only the total is known.
    public var guest: Double?
    /// The VMM: playing devices, serving disks, its own house-keeping.
    public var vmm: Double?
    /// The host's kernel: what guest and VMM asked it for, KVM's part, and vhost.
    public var kernel: Double?
    /// All of it.
    public var total: Double
    /// How long virtual processors were ready and had none, which may be more than one at a time.
    public var waiting: Double?
    /// The total by threads; `nil` where the process cannot be seen.
    public var threads: ThreadShares?
    /// How often per second the guest's code was left, where KVM counts that.
    public var exits: Double?

    /// What the threads of a hypervisor used, in processors.
    public struct ThreadShares: Codable, Sendable, Equatable {
        /// Those of the virtual processors.
        public var vcpu = 0.0
        /// Those that serve disks.
        public var ioThread = 0.0
        /// The kernel's, which serve network adapters.
        public var vhost = 0.0
        /// All others: the main loop, workers.
        public var emulator = 0.0
    }

    init?(from begin: GuestCounters, to end: GuestCounters, _ interval: Interval) {
        if let first = begin.process, let last = end.process, first.id == last.id, first.began == last.began {
            self.init(from: first, to: last, seconds: interval.kernel)
        } else if let process = end.process, begin.process != nil {
            // Another process: all that it used, it used meanwhile.
            let none = ProcessCounters(id: process.id, began: process.began, time: ThreadTime())
            self.init(from: none, to: process, seconds: interval.kernel)
        } else if let first = begin.cpuSeconds, let last = end.cpuSeconds {
            self.init(total: Growth.of(first, last) / interval.libvirt)
            waiting = GuestCPU.growth(of: \.waitingSeconds, begin, end).map { $0 / interval.libvirt }
        } else {
            return nil
        }
        exits = GuestCPU.growth(of: { $0.exits.map { Double($0) } }, begin, end).map { $0 / interval.libvirt }
    }

    private init(total: Double) { self.total = total }

    private init(from begin: ProcessCounters, to end: ProcessCounters, seconds: Double) {
        var parts = ThreadSums()
        let before = Dictionary(begin.threads.map { ($0.id, $0) }) { first, _ in first }
        for thread in end.threads {
            // A thread that was not seen at the beginning may have been there: it ran no longer than it could.
            let start = before[thread.id] ?? thread.earlier(by: seconds)
            parts.add(thread, since: start, isEmulated: end.isEmulated == true)
        }
        parts.addRest(begin.time, end.time)
        self.init(total: (parts.guest + parts.vmm + parts.kernel) / seconds)
        guest = parts.guest / seconds
        vmm = parts.vmm / seconds
        kernel = parts.kernel / seconds
        waiting = parts.waiting.map { $0 / seconds }
        threads = ThreadShares(
            vcpu: parts.vcpu / seconds, ioThread: parts.ioThread / seconds, vhost: parts.vhost / seconds,
            emulator: parts.emulator / seconds)
    }

    /// How much a counter of all virtual processors grew; `nil` where it is not counted.
    private static func growth(
        of value: (VCPUCounters) -> Double?, _ begin: GuestCounters, _ end: GuestCounters
    ) -> Double? {
        func sum(_ guest: GuestCounters) -> Double? {
            let values = guest.vcpus.compactMap(value)
            return values.isEmpty ? nil : values.reduce(0, +)
        }
        guard let first = sum(begin), let last = sum(end) else { return nil }
        return Growth.of(first, last)
    }
}

/// The time of a process, divided, in seconds.
private struct ThreadSums {
    var guest = 0.0
    var vmm = 0.0
    var kernel = 0.0
    var waiting: Double?
    var vcpu = 0.0
    var ioThread = 0.0
    var vhost = 0.0
    var emulator = 0.0
    /// What the named threads took of the process's own total, by its own clock.
    private var named = ThreadTime()

    /// The exact time is divided as the ticks are, for the kernel tells the kind only in ticks.
    mutating func add(_ thread: ThreadCounters, since begin: ThreadCounters, isEmulated: Bool) {
        let ticks = thread.time.since(begin.time)
        let running = thread.running.map { Growth.of(begin.running ?? 0, $0) } ?? ticks.total
        // A thread that ran for less than a tick is divided as it was over its life.
        let division = ticks.total > 0 ? ticks : thread.time
        let scale = division.total > 0 ? running / division.total : 0
        let guestTicks = isEmulated ? division.user : division.guest
        switch thread.role {
        case .vcpu:
            vcpu += running
            guest += guestTicks * scale
            vmm += max(division.user - guestTicks, 0) * scale
            kernel += division.system * scale
            if let wait = thread.waiting { waiting = (waiting ?? 0) + Growth.of(begin.waiting ?? 0, wait) }
        case .ioThread:
            ioThread += running
            vmm += division.user * scale
            kernel += division.system * scale
        case .vhost:
            vhost += running
            kernel += running
        }
        // Threads outside the process are not in its total either.
        guard !thread.isOutside else { return }
        named.user += ticks.user
        named.system += ticks.system
    }

    /// The process's total less the named threads is the emulator's: of threads that came and went meanwhile, too.
    mutating func addRest(_ begin: ThreadTime, _ end: ThreadTime) {
        let all = end.since(begin)
        let user = (all.user - named.user).inWholeTicks
        let system = (all.system - named.system).inWholeTicks
        vmm += user
        kernel += system
        emulator = user + system
    }
}

extension ThreadTime {
    fileprivate func since(_ begin: ThreadTime) -> ThreadTime {
        ThreadTime(
            user: Growth.of(begin.user, user), system: Growth.of(begin.system, system),
            guest: Growth.of(begin.guest, guest))
    }
}

extension ThreadCounters {
    /// What the thread may have counted that long ago, when it ran all the time since.
    fileprivate func earlier(by seconds: Double) -> ThreadCounters {
        var result = self
        let rest = time.total > seconds ? 1 - seconds / time.total : 0
        result.time = ThreadTime(user: time.user * rest, system: time.system * rest, guest: time.guest * rest)
        result.running = running.map { max($0 - seconds, 0) }
        result.waiting = waiting.map { max($0 - seconds, 0) }
        return result
    }
}

extension Double {
    /// Without what rounding left, and none where several threads' rounding made it less than nothing.
    fileprivate var inWholeTicks: Double {
        max((self * ProcessStatus.ticksPerSecond).rounded() / ProcessStatus.ticksPerSecond, 0)
    }
}
