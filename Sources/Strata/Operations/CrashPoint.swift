internal import Glibc
internal import Synchronization

/// A place at which a process may die, so that tests can show that nothing is lost there.
///
/// `STRATA_CRASH_AT=3` kills the process, as nobody could prevent, at the third place that it comes to.
enum CrashPoint {
    private static let wanted = Environment["STRATA_CRASH_AT"].flatMap { Int($0) }
    private static let passed = Atomic(0)

    static func pass() {
        guard let wanted, passed.add(1, ordering: .relaxed).newValue == wanted else { return }
        kill(getpid(), SIGKILL)
        while true { pause() }
    }
}
