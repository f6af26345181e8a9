/// The statistics of which most domains have nothing: together on the heap, and only where there is something, so that
/// a list of many domains stays small.
struct RareStatistics: Sendable {
    var haltPollSuccessTime: Duration?
    var haltPollFailureTime: Duration?
    var cacheMonitors: [CacheMonitorStatistics] = []
    var memoryBandwidthMonitors: [MemoryBandwidthStatistics] = []
    var dirtyRate: DirtyRateStatistics?
    var ioThreads: [IOThreadStatistics] = []
    var perf = PerfStatistics()
    var hypervisor: [String: TypedValue] = [:]

    final class Box: Sendable {
        let statistics: RareStatistics
        init(_ statistics: RareStatistics) { self.statistics = statistics }
    }
}

extension DomainStatistics {
    /// How long halted processors were polled on the host until an interrupt came.
    public var haltPollSuccessTime: Duration? { rare?.statistics.haltPollSuccessTime }

    /// How long halted processors were polled on the host in vain.
    public var haltPollFailureTime: Duration? { rare?.statistics.haltPollFailureTime }

    /// What the domain occupies of the host's processor caches, where that is monitored.
    public var cacheMonitors: [CacheMonitorStatistics] { rare?.statistics.cacheMonitors ?? [] }

    /// What the domain moves between processors and memory, where that is monitored.
    public var memoryBandwidthMonitors: [MemoryBandwidthStatistics] { rare?.statistics.memoryBandwidthMonitors ?? [] }

    /// How fast the guest writes to its memory, where that was measured.
    public var dirtyRate: DirtyRateStatistics? { rare?.statistics.dirtyRate }

    /// The threads that serve disks, where the hypervisor tells of them.
    public var ioThreads: [IOThreadStatistics] { rare?.statistics.ioThreads ?? [] }

    /// The counters of the host's processors that were switched on for the domain.
    public var perf: PerfStatistics { rare?.statistics.perf ?? PerfStatistics() }

    /// What the hypervisor itself counts of the domain, such as `remote_tlb_flush.sum`.
    ///
    /// The names and what they mean are the hypervisor's, not libvirt's, and may change with it.
    public var hypervisor: [String: TypedValue] { rare?.statistics.hypervisor ?? [:] }
}

extension RareStatistics {
    /// Takes a value over; answers whether it knows the name.
    mutating func take(_ name: StatisticsKey, _ value: TypedValue) -> Bool {
        var key = name
        switch () {
        case _ where key.is("cpu.haltpoll.success.time"): haltPollSuccessTime = value.inNanoseconds
        case _ where key.is("cpu.haltpoll.fail.time"): haltPollFailureTime = value.inNanoseconds
        // Of lists, libvirt tells the number of elements, which the arrays have themselves.
        case _ where key.skip("cpu.cache.monitor."): return key.is("count") || cacheMonitors.take(key, value)
        case _ where key.skip("memory.bandwidth.monitor."):
            return key.is("count") || memoryBandwidthMonitors.take(key, value)
        case _ where key.skip("dirtyrate."):
            if dirtyRate == nil { dirtyRate = DirtyRateStatistics() }
            return dirtyRate?.take(key, value) ?? false
        case _ where key.skip("iothread."): return key.is("count") || ioThreads.take(key, value)
        case _ where key.skip("perf."): return perf.take(key, value)
        case _ where key.skip("vm."): hypervisor[key.rest] = value
        default: return false
        }
        return true
    }
}
