internal import Foundation
internal import Synchronization

/// A program that runs.
///
/// Sound: `Process` is touched only to start it and to read its pid and status; the rest is behind a lock.
public final class Running: @unchecked Sendable {
    /// What arrives on one of its outputs.
    final class Collected: Sendable {
        let pipe = Pipe()
        private let bytes = Mutex(Data())

        var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

        func begin() {
            pipe.fileHandleForReading.readabilityHandler = { [self] handle in
                let data = handle.availableData
                if data.isEmpty { handle.readabilityHandler = nil } else { bytes.withLock { $0 += data } }
            }
        }

        /// Takes what is left once the program has ended.
        func end() {
            pipe.fileHandleForReading.readabilityHandler = nil
            try? pipe.fileHandleForWriting.close()
            if let rest = try? pipe.fileHandleForReading.readToEnd() { bytes.withLock { $0 += rest } }
        }
    }

    let output = Collected()
    let errors = Collected()
    var keyboard: Pipe?
    private let process: Process
    private let end = AsyncStream<Int32>.makeStream()

    init(_ process: Process) { self.process = process }

    func begin() {
        output.begin()
        errors.begin()
        process.terminationHandler = { [end] process in
            let status = process.terminationStatus
            end.continuation.yield(process.terminationReason == .uncaughtSignal ? 128 + status : status)
            end.continuation.finish()
        }
    }

    /// What it has written on standard output so far.
    public var outputSoFar: String { output.text }

    /// Types `text` on its standard input, which must have been kept open.
    public func type(_ text: String) throws {
        try keyboard?.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }

    /// Sends it a signal.
    public func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Waits for it to end.
    public func outcome() async throws -> Tool.Outcome {
        var status: Int32 = -1
        for await value in end.stream { status = value }
        output.end()
        errors.end()
        return Tool.Outcome(status: status, output: output.text, errors: errors.text)
    }
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
