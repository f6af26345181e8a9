/// What the control group of one guest used between two samples: all that ran for it, the kernel's threads included.
public struct GroupUsage: Codable, Sendable, Equatable {
    /// The group.
    public var path: String
    /// Its programs, in processors: 1 is one processor all the time.
    public var user: Double?
    /// The host's kernel for them, in processors.
    public var kernel: Double?
    /// The part of the time in which something of it stood still for interrupts.
    public var interrupted: Double?
    /// The memory that is charged to it at the end.
    public var memory: GroupMemory?

    init(from begin: GroupCounters?, to end: GroupCounters, seconds: Double) {
        path = end.path
        memory = end.memory
        guard let begin, begin.path == end.path, seconds > 0 else { return }
        if let first = begin.time, let last = end.time {
            user = Growth.of(first.user, last.user) / seconds
            kernel = Growth.of(first.system, last.system) / seconds
        }
        if let first = begin.interrupted, let last = end.interrupted {
            interrupted = Growth.of(first, last) / seconds
        }
    }
}
