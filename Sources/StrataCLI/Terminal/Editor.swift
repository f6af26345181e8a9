internal import Glibc
internal import Strata

/// The user's own editor.
enum Editor {
    /// Opens a file in it and waits until the user is done.
    ///
    /// - Throws: ``Failure`` when it cannot be started, or ended with an error.
    static func open(_ file: String) async throws {
        let names: [String] = ["VISUAL", "EDITOR"]
        let command = names.compactMap { getenv($0).map { String(cString: $0) } }.first { !$0.isEmpty }
        // The shell takes the words of a command such as `code --wait` apart; the file is no part of its text.
        let words = ["/bin/sh", "-c", (command ?? "vi") + " \"$1\"", "strata-edit", file]
        let status = try spawn(words)
        guard status == 0 else {
            throw Failure(
                .failed, command ?? "vi", "the editor ended with status \(status)",
                hint: "set VISUAL or EDITOR to the command of an editor")
        }
    }

    /// Signals are blocked in every thread of ours; the editor must not inherit that.
    private static func spawn(_ words: [String]) throws -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t(), usual = sigset_t()
        sigemptyset(&none)
        sigemptyset(&usual)
        sigaddset(&usual, SIGPIPE)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, words[0], nil, &attributes, arguments, environ)
        guard code == 0 else {
            throw Failure(.failed, words[0], "cannot be started: \(String(cString: strerror(code)))")
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }
}
