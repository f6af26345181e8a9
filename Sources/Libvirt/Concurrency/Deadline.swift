internal import Synchronization

/// Runs `operation` and gives up waiting for it after `limit`.
///
/// At the deadline the operation's task is cancelled and left behind: a call of libvirt that cannot be interrupted
/// goes on in the background, and its result is thrown away.
///
/// - Parameters:
///   - limit: How long to wait; `nil` waits for ever.
///   - what: What is waited for, for the message, such as `guest 'web' to stop`.
///   - operation: What to do.
/// - Returns: What `operation` returned within the time.
/// - Throws: ``LibvirtError`` with code `operationTimeout` at the deadline, and what `operation` throws.
public func withDeadline<Result: Sendable>(
    _ limit: Duration?, waitingFor what: String, _ operation: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    guard let limit else { return try await operation() }
    let race = Race<Result>()
    let work = Task { race.settle(await Swift.Result.capturing(operation)) }
    let clock = Task {
        try await Task.sleep(for: limit)
        race.settle(
            .failure(
                LibvirtError(
                    code: .operationTimeout, message: "it did not happen within \(limit)",
                    subject: "waiting for \(what)",
                    hint: "allow more time, or look at what it is doing")))
    }
    defer {
        work.cancel()
        clock.cancel()
    }
    return try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { race.wait($0) }
    } onCancel: {
        race.settle(.failure(CancellationError()))
    }
}

/// The first of several outcomes.
private final class Race<Value: Sendable>: Sendable {
    private enum State {
        case open(CheckedContinuation<Value, any Error>?)
        case settled(Result<Value, any Error>)
    }

    private let state = Mutex(State.open(nil))

    func settle(_ outcome: Result<Value, any Error>) {
        let waiter = state.withLock { state -> CheckedContinuation<Value, any Error>? in
            guard case .open(let waiter) = state else { return nil }
            state = .settled(outcome)
            return waiter
        }
        waiter?.resume(with: outcome)
    }

    func wait(_ continuation: CheckedContinuation<Value, any Error>) {
        let outcome = state.withLock { state -> Result<Value, any Error>? in
            if case .settled(let outcome) = state { return outcome }
            state = .open(continuation)
            return nil
        }
        if let outcome { continuation.resume(with: outcome) }
    }
}

extension Result where Failure == any Error, Success: Sendable {
    fileprivate static func capturing(_ body: @Sendable () async throws -> Success) async -> Self {
        do { return .success(try await body()) } catch { return .failure(error) }
    }
}
