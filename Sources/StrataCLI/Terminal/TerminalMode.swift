internal import Glibc
internal import Synchronization

/// The keyboard's raw mode, in which every key goes to the guest.
enum TerminalMode {
    private static let original = Mutex<termios?>(nil)

    /// Runs `body` with the terminal in raw mode, if standard input is one, and restores it whatever happens.
    static func raw<Result>(_ body: () async throws -> Result) async rethrows -> Result {
        begin()
        defer { restoreAtOnce() }
        return try await body()
    }

    /// Puts the terminal back as it was found.
    static func restoreAtOnce() {
        guard var mode = original.withLock({ $0.take() }) else { return }
        tcsetattr(0, TCSADRAIN, &mode)
    }

    /// What must stand before a line feed: in raw mode that alone does not return to the left edge.
    static var carriageReturn: String { original.withLock { $0 == nil ? "" : "\r" } }

    private static func begin() {
        var mode = termios()
        guard isatty(0) == 1, tcgetattr(0, &mode) == 0 else { return }
        original.withLock { $0 = mode }
        cfmakeraw(&mode)
        tcsetattr(0, TCSANOW, &mode)
    }
}
