/// One virtual processor of a domain.
public struct VirtualCPUStatistics: Hashable, Sendable {
    /// Its number; processors that were taken away leave gaps.
    public let number: Int
    /// Whether it runs.
    public var state: VCPUState?
    /// The processor time that it has used.
    public var time: Duration?
    /// How long it waited on the host for input or output.
    public var waitTime: Duration?
    /// How long it waited on the host for a processor: what the guest sees as stolen.
    public var delayTime: Duration?
    /// Whether it is halted: idle or switched off, depending on the architecture.
    public var isHalted: Bool?
    /// What the hypervisor itself counts of it, such as `halt_exits.sum`.
    ///
    /// The names and what they mean are the hypervisor's, not libvirt's, and may change with it.
    public var hypervisor: [String: TypedValue] = [:]
}

extension VirtualCPUStatistics: NumberedStatistics {
    init(number: Int) { self.init(number: number, state: nil) }

    mutating func take(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        switch () {
        case _ where key.is("state"): state = value.asNumber.map(VCPUState.init(rawValue:))
        case _ where key.is("time"): time = value.inNanoseconds
        case _ where key.is("wait"): waitTime = value.inNanoseconds
        case _ where key.is("delay"): delayTime = value.inNanoseconds
        case _ where key.is("halted"): isHalted = value.isTrue
        default: hypervisor[key.rest] = value
        }
        return true
    }
}

/// One thread of a domain's hypervisor that serves disks.
///
/// Such a thread may poll for a while before it sleeps, in the hope of the next request.
public struct IOThreadStatistics: Hashable, Sendable {
    /// Its number in the definition.
    public let number: Int
    /// How long it polls at most; zero when it never does.
    public var longestPoll: Duration?
    /// By which factor the polling grows where it was too short; zero for the hypervisor's choice.
    public var pollGrowth: UInt64?
    /// By which divisor the polling shrinks where it was in vain; zero for the hypervisor's choice.
    public var pollShrinkage: UInt64?
}

extension IOThreadStatistics: NumberedStatistics {
    init(number: Int) { self.init(number: number, longestPoll: nil) }

    mutating func take(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        switch () {
        case _ where key.is("poll-max-ns"): longestPoll = value.inNanoseconds
        case _ where key.is("poll-grow"): pollGrowth = value.count
        case _ where key.is("poll-shrink"): pollShrinkage = value.count
        default: return false
        }
        return true
    }
}
