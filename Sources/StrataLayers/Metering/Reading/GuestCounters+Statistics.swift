internal import FoundationEssentials
internal import Libvirt
internal import Quantities

extension GuestCounters {
    /// What libvirt tells of a guest.
    ///
    /// - Parameters:
    ///   - statistics: Of one guest.
    ///   - hasHypervisor: Whether the guest has a hypervisor that could be asked.
    init(_ statistics: DomainStatistics<ReadOnly>, hasHypervisor: Bool) {
        let state = statistics.condition?.state
        self.init(
            name: statistics.domain.name, uuid: statistics.domain.uuid.uuidString.lowercased(),
            state: state?.description ?? "unknown",
            // The resident memory is the first thing that libvirt leaves out when it may not ask the hypervisor.
            isBusy: hasHypervisor && statistics.memory.resident == nil,
            cpuSeconds: statistics.cpuTime?.inSeconds, vcpus: statistics.processors.map(VCPUCounters.init),
            memory: GuestMemoryCounters(statistics.memory), disks: statistics.disks.compactMap(DiskCounters.init),
            interfaces: statistics.interfaces.map(InterfaceCounters.init))
        if isBusy {
            for key in ["memory.resident", "memory.usedInside", "disks"] {
                unavailable[key] = "libvirt cannot ask its hypervisor now: it is busy, or does not answer"
            }
        } else if memory.usedInside == nil, hasHypervisor {
            unavailable["memory.usedInside"] =
                "the guest's own system does not tell: it has no balloon driver, or none that reports"
        }
        if cpuSeconds == nil { unavailable["cpuSeconds"] = "libvirt's driver does not tell" }
    }
}

extension VCPUCounters {
    fileprivate init(_ statistics: VirtualCPUStatistics) {
        self.init(
            number: statistics.number, seconds: statistics.time?.inSeconds,
            waitingSeconds: statistics.delayTime?.inSeconds, exits: statistics.hypervisor["exits.sum"]?.count)
    }
}

extension GuestMemoryCounters {
    fileprivate init(_ statistics: MemoryStatistics) {
        self.init()
        maximum = statistics.maximum
        given = statistics.current
        resident = statistics.resident
        visible = statistics.available
        usable = statistics.usable ?? statistics.unused
        if let inward = statistics.swappedIn, let outward = statistics.swappedOut {
            swapped = .bytes(inward.bytes &+ outward.bytes)
        }
    }
}

extension DiskCounters {
    fileprivate init?(_ statistics: DiskStatistics) {
        // Without numbers it is a guest that is busy, or a drive without a medium.
        guard let reads = statistics.readRequests else { return nil }
        self.init(name: statistics.name)
        self.reads = reads
        writes = statistics.writeRequests ?? 0
        flushes = statistics.flushRequests ?? 0
        bytesRead = statistics.bytesRead ?? .zero
        bytesWritten = statistics.bytesWritten ?? .zero
        let times = [statistics.readTime, statistics.writeTime, statistics.flushTime]
        requestSeconds = times.compactMap { $0?.inSeconds }.reduce(0, +)
    }
}

extension InterfaceCounters {
    fileprivate init(_ statistics: InterfaceStatistics) {
        self.init(name: statistics.name)
        bytesReceived = statistics.bytesReceived ?? .zero
        bytesSent = statistics.bytesSent ?? .zero
        packets = (statistics.packetsReceived ?? 0) &+ (statistics.packetsSent ?? 0)
        drops = (statistics.receiveDrops ?? 0) &+ (statistics.sendDrops ?? 0)
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
