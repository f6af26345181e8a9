internal import Glibc
internal import Synchronization

/// The keyboard's raw mode, in which every key goes to the guest.
enum TerminalMode {
    private struct Original {
        var mode: termios
        var farewell: String
    }

    private static let original = Mutex<Original?>(nil)

    /// Runs `body` with the terminal in raw mode, if standard input is one, and restores it whatever happens.
    ///
    /// - Parameters:
    ///   - farewell: What is written to the terminal then, before its mode comes back.
    ///   - body: What runs meanwhile.
    /// - Returns: What `body` returned.
    static func raw<Result>(
        farewell: String = "", _ body: () async throws -> Result
    ) async rethrows -> Result {
        begin(farewell)
        defer { restoreAtOnce() }
        return try await body()
    }

    /// Runs `body` while nothing of what is typed is shown.
    static func unseen<Result>(_ body: () -> Result) -> Result {
        var mode = termios()
        guard isatty(0) == 1, tcgetattr(0, &mode) == 0 else { return body() }
        original.withLock { $0 = Original(mode: mode, farewell: "") }
        mode.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(0, TCSADRAIN, &mode)
        defer { restoreAtOnce() }
        return body()
    }

    /// Puts the terminal back as it was found.
    static func restoreAtOnce() {
        guard var found = original.withLock({ $0.take() }) else { return }
        StandardStream.output.write(found.farewell)
        tcsetattr(0, TCSADRAIN, &found.mode)
    }

    /// What must stand before a line feed: in raw mode that alone does not return to the left edge.
    static var carriageReturn: String { original.withLock { $0 == nil ? "" : "\r" } }

    private static func begin(_ farewell: String) {
        var mode = termios()
        guard isatty(0) == 1, tcgetattr(0, &mode) == 0 else { return }
        original.withLock { $0 = Original(mode: mode, farewell: farewell) }
        cfmakeraw(&mode)
        tcsetattr(0, TCSANOW, &mode)
    }
}
