internal import Glibc
internal import Strata

/// Programs of others that strata starts for the user.
enum Program {
    /// Starts a program, lets it have the terminal, and waits for its end.
    ///
    /// - Returns: Its exit code; 128 and the signal's number when a signal ended it.
    /// - Throws: ``Failure`` when it cannot be started.
    static func run(_ words: [String]) throws -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals are blocked in every thread of ours; another program must not inherit that.
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
        let code = posix_spawnp(&child, words[0], nil, &attributes, arguments, environ)
        guard code == 0 else { throw refusal(words[0], code) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    /// Becomes another program: its exit code is ours, and the terminal and signals are its own.
    ///
    /// - Throws: ``Failure`` when it cannot be started; otherwise this does not come back.
    static func become(_ words: [String]) throws {
        var none = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, nil)
        signal(SIGPIPE, SIG_DFL)
        let arguments = words.map { strdup($0) } + [nil]
        execvp(words[0], arguments)
        throw refusal(words[0], errno)
    }

    /// Whether there is a program of that name.
    static func exists(_ name: String) -> Bool {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return path.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
    }

    private static func refusal(_ name: String, _ code: Int32) -> Failure {
        Failure(
            code == ENOENT ? .missingFile : .failed, name, "cannot be started: \(String(cString: strerror(code)))")
    }
}

/// The exit code of another program, which becomes that of strata.
struct ForeignStatus: Error {
    let code: Int32
}
