/// What the host and its guests have used since they began, as it stood at one moment.
///
/// Two samples make a ``Usage``. Counters are of the kernel and of libvirt; a counter that could not be read is `nil`,
/// and its reason stands in `unavailable` beside it.
public struct Sample: Codable, Sendable, Equatable {
    /// When the kernel was read, in seconds since the kernel began.
    public var time: Double
    /// When libvirt was asked, on the same clock.
    public var statisticsTime: Double
    /// The host; `nil` where it is not this machine.
    public var host: HostCounters?
    /// The guests that run or are paused, by name.
    public var guests: [GuestCounters]
    /// Why a fact is missing, by the fact's JSON key.
    public var unavailable: [String: String]

    /// A sample of what was found.
    public init(
        time: Double, statisticsTime: Double? = nil, host: HostCounters? = nil, guests: [GuestCounters] = [],
        unavailable: [String: String] = [:]
    ) {
        self.time = time
        self.statisticsTime = statisticsTime ?? time
        self.host = host
        self.guests = guests
        self.unavailable = unavailable
    }

    /// What a sample is to hold beside the counters that cost next to nothing.
    public struct Detail: OptionSet, Sendable {
        /// The memory maps of the guests' processes, which the kernel has to walk for it: guest memory and what the VMM
        /// needs beside it.
        public static let memoryMaps = Detail(rawValue: 1)

        /// What the kernel counts by control group: some files for each guest.
        public static let groups = Detail(rawValue: 2)

        /// The flags.
        public let rawValue: Int

        /// Wraps the flags.
        public init(rawValue: Int) { self.rawValue = rawValue }
    }
}
