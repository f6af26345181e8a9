public import Quantities

/// The host's memory in use, by everything that runs on it.
public struct HostMemory: Codable, Sendable, Equatable {
    /// All memory of the kernel.
    public var total: ByteCount
    /// What new work could have without swapping, as the kernel estimates it.
    public var available: ByteCount
    /// Swap space.
    public var swapTotal: ByteCount
    /// Swap space in use.
    public var swapUsed: ByteCount

    /// What is not to be had: total less available.
    public var used: ByteCount { ByteCount(bytes: total.bytes - min(total.bytes, available.bytes)) }

    /// Memory with these amounts.
    public init(total: ByteCount, available: ByteCount, swapTotal: ByteCount = .zero, swapUsed: ByteCount = .zero) {
        self.total = total
        self.available = available
        self.swapTotal = swapTotal
        self.swapUsed = swapUsed
    }
}

/// The kernel's load averages.
public struct LoadAverage: Codable, Sendable, Equatable, CustomStringConvertible {
    /// Over the last minute.
    public var oneMinute: Double
    /// Over the last five minutes.
    public var fiveMinutes: Double
    /// Over the last fifteen minutes.
    public var fifteenMinutes: Double

    /// Load averages over one, five and fifteen minutes.
    public init(_ oneMinute: Double, _ fiveMinutes: Double, _ fifteenMinutes: Double) {
        self.oneMinute = oneMinute
        self.fiveMinutes = fiveMinutes
        self.fifteenMinutes = fifteenMinutes
    }

    /// The three numbers with two decimals, as the kernel writes them.
    public var description: String {
        [oneMinute, fiveMinutes, fifteenMinutes].map { load in
            let hundredths = Int(max(0, min(load, 1e9)) * 100 + 0.5)
            return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
        }.joined(separator: " ")
    }
}

/// Whether a host stands on hardware or is a guest itself.
public struct Nesting: Codable, Sendable, Equatable {
    /// Whether the host is a guest.
    public var isGuest: Bool
    /// What it is a guest of, when something names it.
    public var hypervisor: String?
    /// What was seen that says so.
    public var evidence: String

    /// A finding with its evidence.
    public init(isGuest: Bool, hypervisor: String? = nil, evidence: String) {
        self.isGuest = isGuest
        self.hypervisor = hypervisor
        self.evidence = evidence
    }
}

/// Reserved huge pages of one size.
public struct HugePages: Codable, Sendable, Equatable {
    /// The size of one page.
    public var size: ByteCount
    /// How many are reserved.
    public var total: Int
    /// How many of them nobody uses.
    public var free: Int

    /// Huge pages of one size.
    public init(size: ByteCount, total: Int, free: Int) {
        self.size = size
        self.total = total
        self.free = free
    }
}

/// The kernel's merging of equal memory pages (KSM).
public struct PageMerging: Codable, Sendable, Equatable {
    /// Whether the kernel looks for equal pages now.
    public var isRunning: Bool
    /// Pages kept once for several users.
    public var sharedPages: Int
    /// Further uses of those pages: the pages saved.
    public var savedPages: Int

    /// The merging's state.
    public init(isRunning: Bool, sharedPages: Int, savedPages: Int) {
        self.isRunning = isRunning
        self.sharedPages = sharedPages
        self.savedPages = savedPages
    }
}
