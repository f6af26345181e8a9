/// How long to wait between attempts that fail: a little at first, longer each time.
public struct BackOff: Hashable, Sendable {
    /// The wait after the first attempt that failed.
    public var first: Duration
    /// The longest wait.
    public var longest: Duration
    /// By how much each wait is longer than the one before it.
    public var factor: Double
    /// After how many attempts in a row to give up; `nil` for never.
    public var attempts: Int?

    /// From `first` to `longest`, each wait `factor` times the one before it.
    public init(
        first: Duration = .milliseconds(100), longest: Duration = .seconds(10), factor: Double = 2,
        attempts: Int? = nil
    ) {
        self.first = first
        self.longest = longest
        self.factor = factor
        self.attempts = attempts
    }

    /// How long to wait after so many failures in a row; `nil` when it is time to give up.
    public func delay(afterFailures failures: Int) -> Duration? {
        if let attempts, failures >= attempts { return nil }
        var delay = first
        for _ in 1..<max(failures, 1) where delay < longest { delay = delay * factor }
        return min(delay, longest)
    }
}
