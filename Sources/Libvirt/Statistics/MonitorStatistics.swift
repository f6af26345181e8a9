public import Quantities

/// What some processors of a domain occupy of the host's last-level caches.
public struct CacheMonitorStatistics: Hashable, Sendable {
    /// The name of the monitor, such as `vcpus_0-3`.
    public var name = ""
    /// The numbers of the processors, such as `0-3`.
    public var virtualCPUs = ""
    /// The caches.
    public var banks: [Bank] = []
    /// The place in libvirt's list.
    let number: Int

    /// One cache of the host.
    public struct Bank: Hashable, Sendable {
        /// The host's number of the cache.
        public var id: UInt64?
        /// What the processors occupy of it.
        public var occupied: ByteCount?
        /// The place in libvirt's list.
        let number: Int
    }
}

extension CacheMonitorStatistics: NumberedStatistics {
    init(number: Int) { self.init(name: "", number: number) }

    mutating func take(_ name: StatisticsKey, _ value: TypedValue) -> Bool {
        var key = name
        switch () {
        case _ where key.is("name"): self.name = value.text ?? ""
        case _ where key.is("vcpus"): virtualCPUs = value.text ?? ""
        case _ where key.skip("bank."): return key.is("count") || banks.take(key, value)
        default: return false
        }
        return true
    }
}

extension CacheMonitorStatistics.Bank: NumberedStatistics {
    init(number: Int) { self.init(id: nil, number: number) }

    mutating func take(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        switch () {
        case _ where key.is("id"): id = value.count
        case _ where key.is("bytes"): occupied = value.inBytes
        default: return false
        }
        return true
    }
}

/// What some processors of a domain have moved to and from the host's memory.
public struct MemoryBandwidthStatistics: Hashable, Sendable {
    /// The name of the monitor, such as `vcpus_0-3`.
    public var name = ""
    /// The numbers of the processors, such as `0-3`.
    public var virtualCPUs = ""
    /// The memory controllers.
    public var controllers: [Controller] = []
    /// The place in libvirt's list.
    let number: Int

    /// One memory controller of the host.
    public struct Controller: Hashable, Sendable {
        /// The host's number of the controller.
        public var id: UInt64?
        /// What went through it from the processor that it belongs to.
        public var localBytes: ByteCount?
        /// What went through all controllers.
        public var totalBytes: ByteCount?
        /// The place in libvirt's list.
        let number: Int
    }
}

extension MemoryBandwidthStatistics: NumberedStatistics {
    init(number: Int) { self.init(name: "", number: number) }

    mutating func take(_ name: StatisticsKey, _ value: TypedValue) -> Bool {
        var key = name
        switch () {
        case _ where key.is("name"): self.name = value.text ?? ""
        case _ where key.is("vcpus"): virtualCPUs = value.text ?? ""
        case _ where key.skip("node."): return key.is("count") || controllers.take(key, value)
        default: return false
        }
        return true
    }
}

extension MemoryBandwidthStatistics.Controller: NumberedStatistics {
    init(number: Int) { self.init(id: nil, number: number) }

    mutating func take(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        switch () {
        case _ where key.is("id"): id = value.count
        case _ where key.is("bytes.local"): localBytes = value.inBytes
        case _ where key.is("bytes.total"): totalBytes = value.inBytes
        default: return false
        }
        return true
    }
}
