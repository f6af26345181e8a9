public import Quantities

/// What the host's processors, or one of them, have done since the host booted.
///
/// What the host does not report is `nil`. Two readings and the time between them make a load.
public struct NodeCPUStatistics: Hashable, Sendable {
    /// The time in the kernel.
    public var kernel: Duration?
    /// The time in programs.
    public var user: Duration?
    /// The idle time.
    public var idle: Duration?
    /// The idle time during which something waited for a disk.
    public var ioWait: Duration?
    /// The time in interrupts.
    public var interrupt: Duration?
    /// The load now in percent, on the few hypervisors that report it instead of times.
    public var utilization: UInt64?
    /// Everything that has no property here, under libvirt's own names.
    public var others: [TypedParameterName: UInt64] = [:]

    init(_ values: [(name: TypedParameterName, value: UInt64)]) {
        for (name, value) in values {
            let time = Duration.nanoseconds(Int64(clamping: value))
            switch name {
            case .nodeCPUStatsKernel: kernel = time
            case .nodeCPUStatsUser: user = time
            case .nodeCPUStatsIdle: idle = time
            case .nodeCPUStatsIOWait: ioWait = time
            case .nodeCPUStatsInterrupt: interrupt = time
            case .nodeCPUStatsUtilization: utilization = value
            default: others[name] = value
            }
        }
    }
}

/// How the host's memory, or that of one NUMA cell, is used now.
///
/// What the host does not report is `nil`.
public struct NodeMemoryStatistics: Hashable, Sendable {
    /// All of it.
    public var total: ByteCount?
    /// What is free; for a cell with buffers and caches, for the whole host without.
    public var free: ByteCount?
    /// What the kernel's buffers hold.
    public var buffers: ByteCount?
    /// What caches of files hold.
    public var cached: ByteCount?
    /// Everything that has no property here, under libvirt's own names.
    public var others: [TypedParameterName: UInt64] = [:]

    init(_ values: [(name: TypedParameterName, value: UInt64)]) {
        for (name, value) in values {
            switch name {
            case .nodeMemoryStatsTotal: total = .kibibytes(value)
            case .nodeMemoryStatsFree: free = .kibibytes(value)
            case .nodeMemoryStatsBuffers: buffers = .kibibytes(value)
            case .nodeMemoryStatsCached: cached = .kibibytes(value)
            default: others[name] = value
            }
        }
    }
}
