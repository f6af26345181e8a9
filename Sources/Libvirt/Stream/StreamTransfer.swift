/// The moving of bytes over streams, step by step.
protocol StreamTransfer: Sendable {
    /// Aborts what is open; later steps throw `reason`.
    func giveUp(_ reason: any Error)
}

extension StreamTransfer {
    /// Does one step where it may block; an error of it, or the task's cancellation, gives the whole transfer up.
    ///
    /// The call that is inside ends first: libvirt's calls cannot be interrupted, and a stream must not be aborted
    /// while one of its calls runs.
    func step<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        do {
            try Task.checkCancellation()
            // The long lane: a slow disk or network must not hold up short calls.
            return try await BlockingExecutor.run(.long, body)
        } catch {
            _ = try? await BlockingExecutor.run(.long) { giveUp(error) }
            throw error
        }
    }
}
