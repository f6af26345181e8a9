public import Quantities

/// Counters of the host's processors that were switched on for a domain.
///
/// All of them cost something, so that each is off until it is switched on.
public struct PerfStatistics: Hashable, Sendable {
    /// The counters by libvirt's name, such as `TypedParameterName.perfCacheMisses`; those without a property, too.
    public var counts: [TypedParameterName: UInt64] = [:]

    mutating func take(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        guard let count = value.count else { return false }
        counts[TypedParameterName(key.rest)] = count
        return true
    }
}

extension PerfStatistics {
    /// What the domain occupies of the last-level cache (`cmt`).
    public var cacheOccupancy: ByteCount? { counts[.perfCMT].map(ByteCount.bytes) }
    /// What goes from one level of cache to another per second (`mbmt`).
    public var totalBandwidth: ByteCount? { counts[.perfMBMT].map(ByteCount.bytes) }
    /// What goes through the memory controller of the socket per second (`mbml`).
    public var localBandwidth: ByteCount? { counts[.perfMBML].map(ByteCount.bytes) }
    /// Cache misses.
    public var cacheMisses: UInt64? { counts[.perfCacheMisses] }
    /// Cache accesses.
    public var cacheReferences: UInt64? { counts[.perfCacheReferences] }
    /// Instructions.
    public var instructions: UInt64? { counts[.perfInstructions] }
    /// Processor cycles.
    public var cpuCycles: UInt64? { counts[.perfCPUCycles] }
    /// Processor cycles that frequency scaling does not change.
    public var referenceCPUCycles: UInt64? { counts[.perfRefCPUCycles] }
    /// Branch instructions.
    public var branchInstructions: UInt64? { counts[.perfBranchInstructions] }
    /// Branches that were predicted wrongly.
    public var branchMisses: UInt64? { counts[.perfBranchMisses] }
    /// Bus cycles.
    public var busCycles: UInt64? { counts[.perfBusCycles] }
    /// Cycles in which the front end of the pipeline stood still.
    public var stalledFrontendCycles: UInt64? { counts[.perfStalledCyclesFrontend] }
    /// Cycles in which the back end of the pipeline stood still.
    public var stalledBackendCycles: UInt64? { counts[.perfStalledCyclesBackend] }
    /// The time by the clock of the processors.
    public var cpuClock: Duration? { counts[.perfCPUClock].map { .nanoseconds(Int64(clamping: $0)) } }
    /// The time by the clock of the domain's threads.
    public var taskClock: Duration? { counts[.perfTaskClock].map { .nanoseconds(Int64(clamping: $0)) } }
    /// Page faults.
    public var pageFaults: UInt64? { counts[.perfPageFaults] }
    /// Page faults that needed no disk.
    public var minorPageFaults: UInt64? { counts[.perfPageFaultsMinor] }
    /// Page faults that needed the disk.
    public var majorPageFaults: UInt64? { counts[.perfPageFaultsMajor] }
    /// Switches of context.
    public var contextSwitches: UInt64? { counts[.perfContextSwitches] }
    /// Moves from one host processor to another.
    public var cpuMigrations: UInt64? { counts[.perfCPUMigrations] }
    /// Faults of alignment.
    public var alignmentFaults: UInt64? { counts[.perfAlignmentFaults] }
    /// Instructions that the host's kernel had to emulate.
    public var emulationFaults: UInt64? { counts[.perfEmulationFaults] }
}
