internal import Glibc
internal import Libvirt

/// A program of the host's that does a part of our work.
struct ExternalTool: Sendable {
    /// The program, to be found as the shell finds it.
    var name: String
    /// The Debian package that has it.
    var package: String

    /// Runs it to its end.
    ///
    /// - Parameters:
    ///   - arguments: Everybody can read them while it runs, so they hold no secrets.
    ///   - input: What it reads; that may be secret.
    /// - Returns: What it wrote.
    /// - Throws: ``Failure``; kind `unsupported` when it is not installed.
    func run(_ arguments: [String], input: String = "") async throws -> String {
        try await withTaskExecutorPreference(BlockingExecutor.shared) {
            try runBlocking(arguments, Array(input.utf8))
        }
    }

    private func runBlocking(_ arguments: [String], _ input: [UInt8]) throws -> String {
        let (stdin, stdout, stderr) = (try Pipe(), try Pipe(), try Pipe())
        let child = try spawn(arguments, [stdin.reader.take(), stdout.writer.take(), stderr.writer.take()])
        // What we give fits a pipe, so nobody waits for anybody here.
        _ = input.withUnsafeBytes { write(stdin.writer.number, $0.baseAddress, $0.count) }
        stdin.writer.close()
        let output = stdout.reader.text(), errors = stderr.reader.text()
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else {
            let words = errors.split(separator: "\n").last.map(String.init) ?? "it ended with status \(status >> 8)"
            throw Failure(.failed, name, words)
        }
        return output
    }

    /// Signals are blocked in every thread of ours; the program must not inherit that.
    ///
    /// It gets a process group of its own: Ctrl-C is for us, who decide what becomes of what it makes.
    private func spawn(_ arguments: [String], _ descriptors: [Descriptor]) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer {
            posix_spawnattr_destroy(&attributes)
            posix_spawn_file_actions_destroy(&actions)
        }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        for (number, descriptor) in descriptors.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor.number, Int32(number))
        }
        let words = ([name] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, name, &actions, &attributes, words, environ)
        guard code == 0 else {
            throw Failure(
                code == ENOENT ? .unsupported : .failed, name, "cannot be started: \(String(cString: strerror(code)))",
                hint: "apt install \(package)")
        }
        return child
    }
}

/// An open file that is closed when nobody has it any more.
private final class Descriptor {
    private(set) var number: Int32

    init(_ number: Int32) { self.number = number }
    deinit { close() }

    /// The same descriptor for another owner.
    func take() -> Descriptor {
        defer { number = -1 }
        return Descriptor(number)
    }

    func close() {
        if number >= 0 { Glibc.close(number) }
        number = -1
    }

    /// All that comes until the end, up to a MiB.
    func text() -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < 1 << 20 {
            let count = read(number, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

private struct Pipe {
    let reader: Descriptor
    let writer: Descriptor

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Failure(.failed, "pipe", String(cString: strerror(errno))) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reader, writer) = (Descriptor(ends[0]), Descriptor(ends[1]))
    }
}
