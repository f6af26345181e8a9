public import FoundationEssentials
public import Quantities

/// The memory of a domain.
///
/// What the guest's own system knows needs a balloon driver in the guest, most of it one that reports regularly.
public struct MemoryStatistics: Hashable, Sendable {
    /// What the domain has now.
    public var current: ByteCount?
    /// What it may have.
    public var maximum: ByteCount?
    /// What of the host's memory its process holds.
    public var resident: ByteCount?
    /// What its own system leaves unused.
    public var unused: ByteCount?
    /// What its own system could use.
    public var available: ByteCount?
    /// What its own system could give back without beginning to swap.
    public var usable: ByteCount?
    /// What its own system holds of its disks and could give up without another access to them.
    public var diskCaches: ByteCount?
    /// What its own system has read from its swap space.
    public var swappedIn: ByteCount?
    /// What its own system has written to its swap space.
    public var swappedOut: ByteCount?
    /// Page faults in the guest that needed its disk.
    public var majorFaults: UInt64?
    /// Page faults in the guest that needed no disk.
    public var minorFaults: UInt64?
    /// Huge pages that the guest allocated.
    public var hugePageAllocations: UInt64?
    /// Huge pages that the guest could not allocate.
    public var hugePageFailures: UInt64?
    /// When the guest reported last; `nil` where it never did.
    public var updated: Date?

    mutating func take(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        switch () {
        case _ where key.is("current"): current = value.inKibibytes
        case _ where key.is("maximum"): maximum = value.inKibibytes
        case _ where key.is("rss"): resident = value.inKibibytes
        case _ where key.is("unused"): unused = value.inKibibytes
        case _ where key.is("available"): available = value.inKibibytes
        case _ where key.is("usable"): usable = value.inKibibytes
        case _ where key.is("disk_caches"): diskCaches = value.inKibibytes
        case _ where key.is("swap_in"): swappedIn = value.inKibibytes
        case _ where key.is("swap_out"): swappedOut = value.inKibibytes
        case _ where key.is("major_fault"): majorFaults = value.count
        case _ where key.is("minor_fault"): minorFaults = value.count
        case _ where key.is("hugetlb_pgalloc"): hugePageAllocations = value.count
        case _ where key.is("hugetlb_pgfail"): hugePageFailures = value.count
        case _ where key.is("last-update"):
            updated = value.count.flatMap { $0 == 0 ? nil : Date(timeIntervalSince1970: Double($0)) }
        default: return false
        }
        return true
    }
}
