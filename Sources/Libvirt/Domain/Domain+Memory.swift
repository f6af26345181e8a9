internal import CLibvirt
public import Quantities

/// What a domain's balloon driver and its host say about its memory.
///
/// A value that the hypervisor did not report is `nil`, never zero; most need a balloon driver in the guest.
public struct GuestMemoryStatistics: Hashable, Sendable {
    /// What the guest has read back from swap space.
    public var swappedIn: ByteCount?
    /// What the guest has written out to swap space.
    public var swappedOut: ByteCount?
    /// How many page faults needed the disk.
    public var majorFaults: UInt64?
    /// How many page faults did not need the disk.
    public var minorFaults: UInt64?
    /// What the guest's system leaves unused.
    public var unused: ByteCount?
    /// What the guest's system could use.
    public var available: ByteCount?
    /// What the balloon leaves to the guest now.
    public var balloon: ByteCount?
    /// What of the host's memory the domain's process holds.
    public var resident: ByteCount?
    /// What the balloon could take without making the guest swap.
    public var usable: ByteCount?
    /// What the guest could give back quickly from its disk caches.
    public var diskCaches: ByteCount?
    /// How many huge pages were allocated in the guest.
    public var hugePageAllocations: UInt64?
    /// How many allocations of huge pages failed in the guest.
    public var hugePageFailures: UInt64?
    /// When the guest last reported, since 1970-01-01 00:00 UTC.
    public var lastUpdate: Duration?
    /// Everything that has no property here.
    public var others: [DomainMemoryStatTag: UInt64] = [:]

    /// No values.
    public init() {}

    init(_ statistics: some Sequence<virDomainMemoryStatStruct>) {
        for one in statistics { take(DomainMemoryStatTag(rawValue: one.tag), one.val) }
    }

    private mutating func take(_ tag: DomainMemoryStatTag, _ value: UInt64) {
        switch tag {
        case .swapIn: swappedIn = .kibibytes(value)
        case .swapOut: swappedOut = .kibibytes(value)
        case .majorFault: majorFaults = value
        case .minorFault: minorFaults = value
        case .unused: unused = .kibibytes(value)
        case .available: available = .kibibytes(value)
        case .actualBalloon: balloon = .kibibytes(value)
        case .rss: resident = .kibibytes(value)
        case .usable: usable = .kibibytes(value)
        case .diskCaches: diskCaches = .kibibytes(value)
        case .hugetlbPageAllocations: hugePageAllocations = value
        case .hugetlbPageFailures: hugePageFailures = value
        case .lastUpdate: lastUpdate = .seconds(Int64(clamping: value))
        case .unknown: others[tag] = value
        }
    }
}

extension DomainReference {
    /// The most memory the domain may have.
    ///
    /// libvirt: [`virDomainGetMaxMemory`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMaxMemory)
    public var maximumMemory: ByteCount {
        get async throws {
            try await handle.call { domain in
                let amount = virDomainGetMaxMemory(domain)
                guard amount > 0 else {
                    throw LibvirtError.last(call: "virDomainGetMaxMemory") { DomainKind.describe(domain) }
                }
                return .kibibytes(UInt64(amount))
            }
        }
    }

    /// What the guest's balloon driver and the host say about the domain's memory.
    ///
    /// The guest's own figures are as old as ``GuestMemoryStatistics/lastUpdate`` says; see
    /// ``setMemoryStatisticsPeriod(_:_:)``.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run.
    ///
    /// libvirt: [`virDomainMemoryStats`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMemoryStats)
    public func memoryStatistics() async throws -> GuestMemoryStatistics {
        try await handle.call { domain in
            // More than there are tags: a newer daemon may have more. libvirt's protocol carries up to 1024.
            var statistics = [virDomainMemoryStatStruct](repeating: virDomainMemoryStatStruct(), count: 64)
            let count = try check(
                virDomainMemoryStats(domain, &statistics, UInt32(statistics.count), 0), "virDomainMemoryStats",
                DomainKind.describe(domain))
            return GuestMemoryStatistics(statistics.prefix(Int(count)))
        }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Changes how much memory the domain has, or may have with `.maximum`.
    ///
    /// A running guest gives memory back only when its balloon driver does, after this returns.
    /// - Parameters:
    ///   - amount: The memory; libvirt counts in KiB, and QEMU may round it up.
    ///   - options: Which size to change: of the running domain, of the stored definition, the greatest one.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for more than the domain may have, `operationInvalid` for
    ///   the greatest size of a running domain.
    ///
    /// libvirt: [`virDomainSetMemoryFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMemoryFlags)
    /// and, for `.maximum` alone,
    /// [`virDomainSetMaxMemory`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMaxMemory)
    public func setMemory(_ amount: ByteCount, _ options: DomainSetMemoryOptions = []) async throws {
        let amount = UInt(clamping: amount.kibibytes)
        if options == .maximum {
            // The drivers for VMware ESX and Hyper-V know this only as a call of its own.
            try await handle.status("virDomainSetMaxMemory") { virDomainSetMaxMemory($0, amount) }
        } else {
            try await handle.status("virDomainSetMemoryFlags") { virDomainSetMemoryFlags($0, amount, options.rawValue) }
        }
    }

    /// Chooses how often the guest's balloon driver reports its figures for ``memoryStatistics()``.
    ///
    /// - Parameters:
    ///   - period: The time between two reports, in whole seconds; a started second counts. `nil` for no reports.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when there is no balloon.
    ///
    /// libvirt: [`virDomainSetMemoryStatsPeriod`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMemoryStatsPeriod)
    public func setMemoryStatisticsPeriod(
        _ period: Duration?, _ impact: DomainModificationImpact = []
    ) async throws {
        let seconds: Int32 = try checkedNumber(period?.wholeSeconds ?? 0, "the period in seconds")
        try await handle.status("virDomainSetMemoryStatsPeriod") {
            virDomainSetMemoryStatsPeriod($0, seconds, impact.rawValue)
        }
    }
}
