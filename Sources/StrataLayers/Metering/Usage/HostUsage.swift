internal import Quantities

/// Where the host's time and memory went between two samples.
public struct HostUsage: Codable, Sendable, Equatable {
    /// How many processors there are.
    public var processors: Int
    /// The processors' time.
    public var cpu: Attribution<CPUPart>
    /// The memory at the end; `nil` where the kernel does not tell.
    public var memory: Attribution<MemoryPart>?
    /// The disks of the machine.
    public var disks: [DeviceUsage]
    /// What the guests' disks did, all together, per second.
    public var guestRequests: Double
    /// What the machine's disks did for everybody, per second.
    public var deviceRequests: Double
    /// Why a fact is missing, by the fact's JSON key.
    public var unavailable: [String: String]

    init(from begin: HostCounters, to end: HostCounters, guests: [GuestUsage], since start: Double, seconds: Double) {
        processors = end.processors
        cpu = Attribution(cpu: begin, end, guests, since: start, seconds: seconds)
        memory = end.memory.map { Attribution(memory: $0, guests, end.daemons) }
        let before = Dictionary(begin.disks.map { ($0.name, $0) }) { first, _ in first }
        disks = end.disks.compactMap { disk in before[disk.name].map { DeviceUsage(from: $0, to: disk, seconds) } }
        guestRequests = guests.flatMap(\.disks).reduce(0) { $0 + $1.requests }
        deviceRequests = disks.reduce(0) { $0 + $1.requests }
        unavailable = end.unavailable
        if !guests.contains(where: { $0.group?.interrupted != nil }) {
            unavailable["cpu.interrupts.guests"] =
                "the kernel counts interrupts per processor, not for whom; root could trace them"
        }
        if let reason = guests.compactMap({ $0.unavailable["process.memory"] }).first {
            unavailable["memory.guestMemory"] = reason
        }
    }
}

/// What one disk of the host did, per second.
public struct DeviceUsage: Codable, Sendable, Equatable {
    /// The kernel's name.
    public var name: String
    /// Reads and writes.
    public var requests: Double
    /// Bytes read and written.
    public var bytes: Double
    /// How many requests were under way on average.
    public var queue: Double
    /// How long a request took on average, in seconds; `nil` when there was none.
    public var latency: Double?
    /// The part of the time in which there was at least one request.
    public var busy: Double

    init(from begin: DeviceCounters, to end: DeviceCounters, _ seconds: Double) {
        let count = Growth.of(begin.reads, end.reads) + Growth.of(begin.writes, end.writes)
        let time = Growth.of(begin.requestSeconds, end.requestSeconds)
        let perSecond = seconds > 0 ? 1 / seconds : 0
        name = end.name
        requests = count * perSecond
        bytes = Growth.of(begin.bytes.bytes, end.bytes.bytes) * perSecond
        queue = time * perSecond
        latency = count > 0 ? time / count : nil
        busy = min(Growth.of(begin.busySeconds, end.busySeconds) * perSecond, 1)
    }
}
