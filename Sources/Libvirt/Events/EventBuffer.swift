internal import Synchronization

/// An element of an event sequence.
public protocol LibvirtEvent: Sendable {
    /// How many events were lost just before this one, because the consumer was too slow for the buffer.
    var missed: Int { get set }
}

/// Holds the events that libvirt's event loop delivered until the one consumer takes them.
///
/// Bounded: libvirt's loop must never wait for a slow consumer, and an unbounded queue would hide one. When it is
/// full the oldest event goes, and the next one that is taken says how many went.
final class EventBuffer<Element: LibvirtEvent>: Sendable {
    private struct State {
        var events: [Element] = []
        var missed = 0
        var waiter: CheckedContinuation<Element?, any Error>?
        var end: Result<Void, any Error>?
    }

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int) { self.capacity = max(1, capacity) }

    /// Hands over an event; never blocks.
    func push(_ event: Element) {
        let waiter = state.withLock { state -> CheckedContinuation<Element?, any Error>? in
            guard state.end == nil else { return nil }
            if let waiter = state.waiter.take() { return waiter }
            if state.events.count == capacity {
                state.events.removeFirst()
                state.missed += 1
            }
            state.events.append(event)
            return nil
        }
        waiter?.resume(returning: event)
    }

    /// Ends the sequence after the events that are still here, with an error if there is one.
    ///
    /// Only the first end counts.
    func finish(throwing error: (any Error)? = nil) {
        let waiter = state.withLock { state -> CheckedContinuation<Element?, any Error>? in
            guard state.end == nil else { return nil }
            state.end = error.map { .failure($0) } ?? .success(())
            return state.waiter.take()
        }
        waiter?.resume(with: error.map { .failure($0) } ?? .success(nil))
    }

    /// The next event; `nil` when the sequence has ended or the task was cancelled.
    func next() async throws -> Element? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                guard let answer = takeOrWait(continuation) else { return }
                continuation.resume(with: answer)
            }
        } onCancel: {
            finish()
        }
    }

    private func takeOrWait(
        _ continuation: CheckedContinuation<Element?, any Error>
    ) -> Result<Element?, any Error>? {
        state.withLock { state in
            if !state.events.isEmpty {
                var event = state.events.removeFirst()
                event.missed = state.missed
                state.missed = 0
                return .success(event)
            }
            if let end = state.end { return end.map { nil } }
            guard state.waiter == nil else {
                return .failure(LibvirtError(code: .operationInvalid, message: "two tasks read one event sequence"))
            }
            state.waiter = continuation
            return nil
        }
    }
}
