internal import Glibc

/// The threads on which libvirt's calls may block.
///
/// Every public call of the library runs its C call here, never on Swift's cooperative pool. A hop costs about 10 µs;
/// a batch of calls pays it once by running on the executor as a whole:
///
/// ```swift
/// try await withTaskExecutorPreference(BlockingExecutor.shared) {
///     for domain in try await host.domains() { print(domain.name, try await domain.state()) }
/// }
/// ```
public final class BlockingExecutor: TaskExecutor, Sendable {
    /// The executor to prefer round a batch of calls.
    public static let shared = BlockingExecutor(name: "libvirt-call", limit: 64)

    /// Migrations, saves and wipes take minutes; in a lane of their own they never hold up a short call.
    private static let long = BlockingExecutor(name: "libvirt-job", limit: 256)

    /// Which threads a call runs on.
    enum Lane { case short, long }

    private let threads: WorkerThreads

    private init(name: String, limit: Int) { threads = WorkerThreads(name: name, limit: limit) }

    /// Runs a job of the Swift runtime on one of the threads; called by the runtime.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        threads.submit { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Runs `body` where it may block, and returns what it returns.
    ///
    /// Already on a thread of the short lane, the body runs at once. Cancelling the task does not interrupt it:
    /// libvirt's calls cannot be interrupted. The body never outlives the call, so nothing is allocated for it.
    @inline(__always)
    static func run<Result: Sendable>(
        _ lane: Lane = .short, _ body: @Sendable () throws -> Result
    ) async throws -> Result {
        if lane == .short, WorkerThreads.isCurrentThreadOne { return try body() }
        return try await hop(to: lane, body)
    }

    private static func hop<Result: Sendable>(
        to lane: Lane, _ body: @Sendable () throws -> Result
    ) async throws -> Result {
        try await withTaskExecutorPreference(lane == .short ? shared : long) { try body() }
    }

    /// Runs `body` on one of the threads and does not wait for it: for clean-up from a `deinit`.
    static func later(_ body: @escaping @Sendable () -> Void) { shared.threads.submit(body) }
}
