internal import Glibc
internal import Synchronization

/// A program that runs.
///
/// Started with `posix_spawn` and read by threads of its own: Foundation's `Process` hands its children the signals
/// that dispatch's threads block, and its handlers on pipes crash now and then when the pipe closes.
public final class Running: Sendable {
    /// The system's refusal to start a program.
    public struct NotStarted: Error {
        /// The program.
        public let path: String
        /// The system's number for the reason.
        public let code: Int32
    }

    private let pid: pid_t
    private let output: CollectedOutput
    private let errors: CollectedOutput
    private let keyboard: Mutex<Int32?>
    private let end = AsyncStream<Int32>.makeStream()

    init(_ path: String, _ arguments: [String], environment: [String: String]) throws {
        // One program at a time, so that none inherits the pipes of another before they are marked.
        let (pid, input, output, errors) = try starting.withLock { _ in
            let (input, output, errors) = (try PipeEnds(), try PipeEnds(), try PipeEnds())
            let pid = try spawn(path, arguments, environment, [input.reader, output.writer, errors.writer])
            return (pid, input, output, errors)
        }
        for descriptor in [input.reader, output.writer, errors.writer] { close(descriptor) }
        self.pid = pid
        keyboard = Mutex(input.writer)
        self.output = CollectedOutput(output.reader)
        self.errors = CollectedOutput(errors.reader)
        let end = end.continuation
        onThread {
            var status: Int32 = 0
            while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
            let signal = status & 0x7F
            end.yield(signal == 0 ? status >> 8 & 0xFF : 128 + signal)
            end.finish()
        }
    }

    deinit { endInput() }

    /// Its number while it runs; another process may have it later.
    public var processID: Int32 { pid }

    /// What it has written on standard output so far.
    public var outputSoFar: String { output.text }

    /// Types `text` on its standard input.
    public func type(_ text: String) throws {
        guard let descriptor = keyboard.withLock({ $0 }), !text.isEmpty else { return }
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }

    /// Ends its standard input.
    public func endInput() { keyboard.withLock { $0.take() }.map { _ = close($0) } }

    /// Sends it a signal.
    public func signal(_ number: Int32) { kill(pid, number) }

    /// Waits for it to end.
    public func outcome() async throws -> Tool.Outcome {
        var status: Int32 = -1
        for await value in end.stream { status = value }
        // A grandchild may keep the pipes open; what the program itself wrote is there by now.
        _ = await eventually(within: .seconds(2)) { self.output.hasEnded && self.errors.hasEnded }
        return Tool.Outcome(status: status, output: output.text, errors: errors.text)
    }
}

private let starting = Mutex(())

/// What arrives on a pipe.
private final class CollectedOutput: Sendable {
    private let state = Mutex<(bytes: [UInt8], hasEnded: Bool)>(([], false))

    init(_ descriptor: Int32) {
        onThread { [self] in
            var buffer = [UInt8](repeating: 0, count: 64 << 10)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { break }
                state.withLock { $0.bytes += buffer[..<count] }
            }
            close(descriptor)
            state.withLock { $0.hasEnded = true }
        }
    }

    var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }
    var hasEnded: Bool { state.withLock { $0.hasEnded } }
}

private struct PipeEnds {
    let reader: Int32
    let writer: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Running.NotStarted(path: "pipe", code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reader, writer) = (ends[0], ends[1])
    }
}

private func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String], _ descriptors: [Int32]
) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    for (number, descriptor) in descriptors.enumerated() {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    defer {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
    }
    var inherited: [String] = []
    var entry = environ
    while let text = entry.pointee {
        let line = String(cString: text)
        if environment[String(line.prefix { $0 != "=" })] == nil { inherited.append(line) }
        entry += 1
    }
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let variables = (inherited + environment.map { "\($0)=\($1)" }).map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, path, &actions, &attributes, words, variables)
    guard code == 0 else { throw Running.NotStarted(path: path, code: code) }
    return pid
}

private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func onThread(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(ThreadBody(body)).toOpaque()
    if pthread_create(&thread, nil, runThreadBody, box) == 0 { pthread_detach(thread) }
}

private func runThreadBody(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let box else { return nil }
    Unmanaged<ThreadBody>.fromOpaque(box).takeRetainedValue().run()
    return nil
}

/// Waits until `condition` holds; looks every 20 ms, for what tests watch from outside has no events.
///
/// - Returns: Whether it came to hold within the time.
public func eventually(
    within limit: Duration = .seconds(30), _ condition: () async throws -> Bool
) async rethrows -> Bool {
    let deadline = ContinuousClock.now + limit
    while try await !condition() {
        guard ContinuousClock.now < deadline else { return false }
        try? await Task.sleep(for: .milliseconds(20))
    }
    return true
}
