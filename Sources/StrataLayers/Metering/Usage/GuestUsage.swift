public import Quantities

/// What one guest did between two samples.
public struct GuestUsage: Codable, Sendable, Equatable {
    /// The guest's name.
    public var name: String
    /// Its UUID, in lower case.
    public var uuid: String
    /// Its state in libvirt's words; `gone` when it ended meanwhile.
    public var state: String
    /// Whether libvirt could not ask its hypervisor.
    public var isBusy: Bool
    /// Whether its code is translated; `nil` where its process cannot be seen.
    public var isEmulated: Bool?
    /// How many virtual processors it has.
    public var vcpus: Int
    /// Where its processor time went.
    public var cpu: GuestCPU?
    /// Its memory at the end.
    public var memory: GuestMemory
    /// Its disks.
    public var disks: [DiskUsage]
    /// Its network adapters.
    public var interfaces: [InterfaceUsage]
    /// What its hypervisor had the host's disks read and write, per second.
    public var hostDiskBytes: Double?
    /// What is counted for its control group; `nil` unless that was asked for.
    public var group: GroupUsage?
    /// Why a fact is missing, by the fact's JSON key.
    public var unavailable: [String: String]

    /// What came of a guest that ended meanwhile.
    init(gone guest: GuestCounters) {
        self.init(guest, state: "gone")
        unavailable = ["cpu": "it ended meanwhile"]
    }

    init(from begin: GuestCounters?, to end: GuestCounters, _ interval: Interval) {
        self.init(end, state: end.state)
        guard let begin, interval.kernel > 0, interval.libvirt > 0 else {
            unavailable["cpu"] = "it was not there at the beginning"
            return
        }
        cpu = GuestCPU(from: begin, to: end, interval)
        if cpu == nil { unavailable["cpu"] = end.unavailable["cpuSeconds"] ?? "nothing counts it" }
        if end.process?.countsGuestTime == false {
            unavailable["cpu.guest"] =
                "this host's KVM counts no guest time: what the processor did for the guest counts as the kernel's"
        }
        group = end.group.map { GroupUsage(from: begin.group, to: $0, seconds: interval.kernel) }
        let disksBefore = Dictionary(begin.disks.map { ($0.name, $0) }) { first, _ in first }
        disks = end.disks.compactMap { disk in
            disksBefore[disk.name].map { DiskUsage(from: $0, to: disk, interval.libvirt) }
        }
        let adaptersBefore = Dictionary(begin.interfaces.map { ($0.name, $0) }) { first, _ in first }
        interfaces = end.interfaces.compactMap { adapter in
            adaptersBefore[adapter.name].map { InterfaceUsage(from: $0, to: adapter, interval.libvirt) }
        }
        if let first = begin.process?.diskBytes, let last = end.process?.diskBytes, begin.process?.id == end.process?.id
        {
            hostDiskBytes = Growth.of(first.bytes, last.bytes) / interval.kernel
        }
    }

    private init(_ guest: GuestCounters, state: String) {
        name = guest.name
        uuid = guest.uuid
        self.state = state
        isBusy = guest.isBusy
        isEmulated = guest.process?.isEmulated
        vcpus = guest.vcpus.count
        memory = GuestMemory(guest)
        disks = []
        interfaces = []
        unavailable = guest.unavailable
        // Told under the key of what is made of it.
        unavailable["cpuSeconds"] = nil
        for (key, reason) in guest.process?.unavailable ?? [:] { unavailable["process." + key] = reason }
        for (key, reason) in guest.group?.unavailable ?? [:] { unavailable["group." + key] = reason }
    }

    /// Bytes that the host's disks moved for each byte that the guest's disks did; caches make it less than one.
    public var amplification: Double? {
        let bytes = disks.reduce(0) { $0 + $1.bytesRead + $1.bytesWritten }
        guard let hostDiskBytes, bytes > 0 else { return nil }
        return hostDiskBytes / bytes
    }
}

/// The memory of one guest, and what its hypervisor needs beside it.
public struct GuestMemory: Codable, Sendable, Equatable {
    /// What it may have.
    public var maximum: ByteCount?
    /// What it was given.
    public var given: ByteCount?
    /// What its hypervisor's process holds of the host's memory, the guest's included.
    public var resident: ByteCount?
    /// What the guest's own system holds and needs.
    public var usedInside: ByteCount?
    /// What the guest's own system has swapped.
    public var swappedInside: ByteCount?
    /// What the memory maps of the process tell.
    public var process: ProcessMemory?

    init(_ guest: GuestCounters) {
        maximum = guest.memory.maximum
        given = guest.memory.given
        resident = guest.memory.resident
        usedInside = guest.memory.usedInside
        swappedInside = guest.memory.swapped
        process = guest.process?.memory
    }
}

/// What one disk of a guest did, per second.
public struct DiskUsage: Codable, Sendable, Equatable {
    /// The name of the target.
    public var name: String
    /// Reads and writes and flushes.
    public var requests: Double
    /// Bytes read.
    public var bytesRead: Double
    /// Bytes written.
    public var bytesWritten: Double
    /// How many requests were under way on average.
    public var queue: Double
    /// How long a request took on average, in seconds; `nil` when there was none.
    public var latency: Double?

    init(from begin: DiskCounters, to end: DiskCounters, _ seconds: Double) {
        name = end.name
        let count =
            Growth.of(begin.reads, end.reads) + Growth.of(begin.writes, end.writes)
            + Growth.of(begin.flushes, end.flushes)
        let time = Growth.of(begin.requestSeconds, end.requestSeconds)
        requests = count / seconds
        bytesRead = Growth.of(begin.bytesRead.bytes, end.bytesRead.bytes) / seconds
        bytesWritten = Growth.of(begin.bytesWritten.bytes, end.bytesWritten.bytes) / seconds
        queue = time / seconds
        latency = count > 0 ? time / count : nil
    }
}

/// What one network adapter of a guest moved, per second.
public struct InterfaceUsage: Codable, Sendable, Equatable {
    /// The host's name for it.
    public var name: String
    /// Bytes that the guest received.
    public var bytesReceived: Double
    /// Bytes that the guest sent.
    public var bytesSent: Double
    /// Packets both ways.
    public var packets: Double
    /// Packets that were lost.
    public var drops: Double

    init(from begin: InterfaceCounters, to end: InterfaceCounters, _ seconds: Double) {
        name = end.name
        bytesReceived = Growth.of(begin.bytesReceived.bytes, end.bytesReceived.bytes) / seconds
        bytesSent = Growth.of(begin.bytesSent.bytes, end.bytesSent.bytes) / seconds
        packets = Growth.of(begin.packets, end.packets) / seconds
        drops = Growth.of(begin.drops, end.drops) / seconds
    }
}
