/// What one domain has used and done so far, as one bulk call reports it for all of them.
///
/// A value that the hypervisor did not report is `nil`, never zero.
///
/// ```swift
/// for guest in try await host.domainStatistics([.cpuTotal, .block]) {
///     print(guest.domain.name, guest.cpuTime ?? .zero, guest.disks.map { $0.bytesRead ?? .zero })
/// }
/// ```
public struct DomainStatistics<Mode: Access>: Sendable {
    /// The domain that the numbers are of.
    public let domain: DomainReference<Mode>
    /// Whether it runs, and why.
    public var condition: DomainCondition?
    /// The processor time of the whole domain, its hypervisor's included.
    public var cpuTime: Duration?
    /// The part of it in user mode.
    public var cpuUserTime: Duration?
    /// The part of it in the host's kernel.
    public var cpuSystemTime: Duration?
    /// The memory figures.
    public var memory = MemoryStatistics()
    /// How many virtual processors it has.
    public var virtualCPUs: Int?
    /// How many virtual processors it may have.
    public var maximumVirtualCPUs: Int?
    /// The virtual processors that are there.
    public var processors: [VirtualCPUStatistics] = []
    /// The disks, in the order of the definition; with ``DomainStatsOptions/backing`` all images behind them, too.
    public var disks: [DiskStatistics] = []
    /// The network interfaces, in the order of the definition.
    public var interfaces: [InterfaceStatistics] = []
    /// Everything that has no property here, under libvirt's own names.
    public var others: [String: TypedValue] = [:]
    var rare: RareStatistics.Box?

    init(domain: DomainReference<Mode>) { self.domain = domain }
}
