internal import CLibvirt
internal import Synchronization

extension Handle where Kind == DomainKind {
    /// Makes a call that keeps the domain busy with a job; cancelling the task aborts that job.
    ///
    /// - Parameters:
    ///   - name: The C function.
    ///   - operation: The job that the call starts: no other job of the domain is ever aborted.
    ///   - body: Makes the call.
    /// - Throws: `CancellationError` when the job was aborted because the task was cancelled, ``LibvirtError`` when
    ///   the call failed.
    func job(
        _ name: StaticString, _ operation: DomainJobOperation,
        _ body: @escaping @Sendable (OpaquePointer) throws -> Int32
    ) async throws {
        try await abortable(operation) { try check(try body($0), name, Kind.describe($0)) }
    }

    /// Runs `body`, which makes one call that is a job; cancelling the task aborts that job.
    ///
    /// - Parameters:
    ///   - operation: The job that the call starts.
    ///   - body: Makes the call.
    /// - Returns: What `body` returned; a call that succeeds although the task was cancelled has succeeded.
    /// - Throws: As ``job(_:_:_:)``.
    @discardableResult
    func abortable<Result: Sendable>(
        _ operation: DomainJobOperation, _ body: @escaping @Sendable (OpaquePointer) throws -> Result
    ) async throws -> Result {
        let progress = JobProgress()
        return try await withTaskCancellationHandler {
            do {
                return try await call(lane: .long) { pointer in
                    guard progress.begin() else { throw CancellationError() }
                    defer { progress.end() }
                    return try body(pointer)
                }
            } catch let error as LibvirtError where error.code == .operationAborted && Task.isCancelled {
                throw CancellationError()
            }
        } onCancel: {
            guard progress.cancel() else { return }
            Task { await self.abort(operation, progress) }
        }
    }

    /// Aborts the job once it shows, which may be a while after the call was made: it waits for the domain's lock.
    private func abort(_ operation: DomainJobOperation, _ progress: JobProgress) async {
        while progress.isRunning {
            let isDone = try? await call { pointer in
                guard try DomainJobStatistics(of: pointer).operation == operation else { return false }
                // A refusal means that the job cannot be aborted: then the call ends in its own time.
                _ = virDomainAbortJob(pointer)
                return true
            }
            guard isDone == false else { return }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }
}

/// How far a job's call is, for the one who wants to abort it.
private final class JobProgress: Sendable {
    private enum State { case waiting, cancelled, running, ended }

    private let state = Mutex(State.waiting)

    var isRunning: Bool { state.withLock { $0 == .running } }

    /// The call is about to be made; answers whether it still should be.
    func begin() -> Bool { change(from: .waiting, to: .running) }

    func end() { _ = change(from: .running, to: .ended) }

    /// The task was cancelled; answers whether there is a call to abort.
    func cancel() -> Bool { !change(from: .waiting, to: .cancelled) && isRunning }

    private func change(from old: State, to new: State) -> Bool {
        state.withLock { state in
            guard state == old else { return false }
            state = new
            return true
        }
    }
}
