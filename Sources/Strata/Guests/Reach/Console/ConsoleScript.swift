public import Libvirt
internal import LibvirtXML
internal import Synchronization

/// What a program does on a guest's console: types, and waits for words.
public struct ConsoleScript: Sendable {
    /// What is typed first.
    public var typed: [UInt8]
    /// The words that are waited for then; what the guest wrote before counts as well where nothing is typed.
    public var expected: String?
    /// The port, such as `serial0`; `nil` for the first.
    public var device: String?
    /// Whether somebody who is connected is thrown out.
    public var isForced = false
    /// How long to wait for the words.
    public var timeout: Duration

    /// Types `typed`, then waits for `expected`.
    public init(typed: [UInt8] = [], expected: String? = nil, timeout: Duration) {
        self.typed = typed
        self.expected = expected
        self.timeout = timeout
    }

    /// Does it.
    ///
    /// Words are looked for in the kept log of the console where the definition has one that can be read: so what was
    /// written before is found, and nobody is kept from the console. Without one, only what comes from now on counts.
    /// - Parameter guest: The guest.
    /// - Returns: The line with the words; `nil` where none were waited for.
    /// - Throws: ``Failure`` with kind `timedOut` when they did not come in time, `wrongState` when the guest is off and
    ///   never wrote them.
    public func perform(with guest: Domain) async throws -> String? {
        let document = try DomainDocument(xml: try await guest.xml())
        let log = KeptConsoleLog(of: document, device: device).flatMap { $0.isReadable ? $0 : nil }
        let isActive = try await guest.isActive
        guard isActive || (typed.isEmpty && log != nil) else {
            throw Failure(
                .wrongState, "guest '\(guest.name)'", "it is off, and nobody is at its console",
                hint: "strata start \(guest.name)")
        }
        let reader = expected.map { ConsoleReader($0) }
        // What was written before has nothing to do with what is typed now. Where to begin is settled before typing.
        let pieces = reader == nil ? nil : log?.follow(fromStart: typed.isEmpty)
        let console = !isActive || (typed.isEmpty && log != nil) ? nil : try await openConsole(of: guest)
        do {
            if let console, !typed.isEmpty { try await console.write(typed) }
            let line = try await find(reader, in: pieces, console, guest, log)
            if let console, expected == nil { await linger(at: console) }
            await console?.close()
            return line
        } catch {
            await console?.close()
            throw error
        }
    }

    /// Stays until the guest has answered to what was typed, or would have.
    ///
    /// QEMU looks once a second whether somebody has come to a console, and takes nothing from one who has left.
    private func linger(at console: Console) async {
        let end = ContinuousClock.now + .seconds(3 + typed.count / 1000)
        var patience = Duration.seconds(2)
        while ContinuousClock.now < end {
            let answer = try? await withDeadline(patience, waitingFor: "an answer") { try await console.next() }
            guard answer != nil else { return }
            patience = .milliseconds(300)
        }
    }

    private func openConsole(of guest: Domain) async throws -> Console {
        try await guest.openConsole(device, isForced ? [.force] : [])
    }

    private func find(
        _ reader: ConsoleReader?, in pieces: AsyncStream<[UInt8]>?, _ console: Console?, _ guest: Domain,
        _ log: KeptConsoleLog?
    ) async throws -> String? {
        guard let reader, let expected else { return nil }
        do {
            return try await withDeadline(timeout, waitingFor: "'\(expected)'") {
                if let pieces {
                    try await reader.read(pieces, whileRunning: guest)
                } else if let console {
                    try await reader.read(console)
                }
                guard let line = reader.line else { throw reader.ended(guest) }
                return line
            }
        } catch let error as LibvirtError where error.code == .operationTimeout {
            throw Failure(
                .timedOut, "guest '\(guest.name)'",
                "'\(expected)' did not appear on its console within \(timeout.inWords)",
                hint: log != nil
                    ? "strata console \(guest.name) --log has all that it wrote"
                    : "what was written before is not known: the definition keeps no log of the console",
                details: reader.tail)
        }
    }
}

/// Looks for words in what a console writes.
final class ConsoleReader: Sendable {
    private let expected: String
    private let state: Mutex<State>

    private struct State {
        var matcher: TextMatcher
        var text = ConsoleText()
        var recent: [UInt8] = []
        var hasMatched = false

        /// The last line with the words, once they have come.
        func found(_ expected: String) -> Found? {
            guard hasMatched else { return nil }
            let lines = recent.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .map(ConsoleText.readable)
            guard let index = lines.lastIndex(where: { $0.contains(expected) }) else {
                return Found(line: expected, isWhole: true)
            }
            return Found(line: lines[index], isWhole: index < lines.count - 1)
        }
    }

    private struct Found {
        let line: String
        /// Whether its end has come.
        let isWhole: Bool
    }

    init(_ expected: String) {
        self.expected = expected
        state = Mutex(State(matcher: TextMatcher(expected)))
    }

    /// The last lines.
    var tail: [String] { state.withLock { $0.text.tail } }

    /// The line with the words; `nil` until they were found.
    var line: String? { state.withLock { $0.found(expected)?.line } }

    /// Reads what the hypervisor writes down until the words are found or the guest is off.
    func read(_ pieces: AsyncStream<[UInt8]>, whileRunning guest: Domain) async throws {
        let reading: Source = { sink in
            for await piece in pieces { sink.yield(piece) }
        }
        let waiting: Source = { _ in
            try? await guest.waitUntilOff()
            // What it wrote last may be on its way into the log yet.
            try? await Task.sleep(for: .milliseconds(300))
        }
        try await read([reading, waiting])
    }

    /// Reads a console until the words are found or the guest hangs up.
    func read(_ console: Console) async throws {
        try await read([
            { sink in
                while let piece = try await console.next() { sink.yield(piece) }
            }
        ])
    }

    private typealias Sink = AsyncThrowingStream<[UInt8], any Error>.Continuation
    private typealias Source = @Sendable (Sink) async throws -> Void

    /// Reads until the line with the words is whole, or one of the sources ends.
    private func read(_ sources: [Source]) async throws {
        let (pieces, sink) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
        var tasks = sources.map { source in
            Task {
                do {
                    try await source(sink)
                    sink.finish()
                } catch {
                    sink.finish(throwing: error)
                }
            }
        }
        defer { for task in tasks { task.cancel() } }
        for try await piece in pieces {
            guard let found = take(piece) else { continue }
            if found.isWhole { return }
            // The guest may be in the midst of the line; a prompt stays without an end.
            tasks.append(
                Task {
                    try? await Task.sleep(for: .milliseconds(300))
                    sink.finish()
                })
        }
    }

    private func take(_ piece: [UInt8]) -> Found? {
        state.withLock { state in
            _ = state.text.feed(piece)
            state.recent = state.recent.suffix(4096) + piece
            state.hasMatched = state.matcher.feed(piece) || state.hasMatched
            return state.found(expected)
        }
    }

    /// The guest is off, and the words never came.
    func ended(_ guest: Domain) -> Failure {
        Failure(
            .wrongState, "guest '\(guest.name)'", "it is off, and never wrote '\(expected)' on its console",
            details: tail)
    }
}
