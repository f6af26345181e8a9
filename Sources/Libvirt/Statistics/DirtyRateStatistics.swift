public import Quantities

/// How fast a guest writes to its memory: what a live migration has to keep up with.
public struct DirtyRateStatistics: Hashable, Sendable {
    /// Whether it was measured.
    public var status: DomainDirtyRateStatus?
    /// When the measurement began, by the hypervisor's own clock.
    public var started: Duration?
    /// How long it took.
    public var period: Duration?
    /// How it was measured.
    public var mode: DomainDirtyRateMode?
    /// What the guest dirties per second.
    public var perSecond: ByteCount?
    /// What each virtual processor dirties per second, by its number.
    public var perSecondByProcessor: [Int: ByteCount] = [:]

    mutating func take(_ name: StatisticsKey, _ value: TypedValue) -> Bool {
        var key = name
        switch () {
        case _ where key.is("calc_status"): status = value.asNumber.map(DomainDirtyRateStatus.init(rawValue:))
        case _ where key.is("calc_start_time"): started = value.inSeconds
        case _ where key.is("calc_period"): period = value.inSeconds
        case _ where key.is("megabytes_per_second"): perSecond = value.inMebibytes
        case _ where key.is("calc_mode"):
            mode = value.text.flatMap { DirtyRateStatistics.modes[$0] }
            return mode != nil
        case _ where key.skip("vcpu."):
            guard let number = key.number(), key.is("megabytes_per_second") else { return false }
            perSecondByProcessor[number] = value.inMebibytes
        default: return false
        }
        return true
    }

    private static let modes: [String: DomainDirtyRateMode] = [
        "page-sampling": .pageSampling, "dirty-bitmap": .dirtyBitmap, "dirty-ring": .dirtyRing,
    ]
}
