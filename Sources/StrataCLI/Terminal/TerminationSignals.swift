internal import Glibc

/// SIGINT, SIGTERM and SIGHUP, taken by a thread that waits for them: nothing runs inside a signal handler.
enum TerminationSignals {
    private static let numbers = [SIGINT, SIGTERM, SIGHUP]

    /// Keeps the signals from ending the process.
    ///
    /// Must come before any thread is made, for threads inherit it.
    static func block() {
        var set = set
        // Whoever wants to know of the terminal's size waits for its signal as well.
        sigaddset(&set, SIGWINCH)
        pthread_sigmask(SIG_BLOCK, &set, nil)
        // A reader of our output that goes away must not end us before we have cleaned up.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Waits for one of them and answers its number.
    @discardableResult
    static func wait() -> Int32 {
        var set = set
        var number: Int32 = 0
        sigwait(&set, &number)
        return number
    }

    private static var set: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in numbers { sigaddset(&set, number) }
        return set
    }
}
