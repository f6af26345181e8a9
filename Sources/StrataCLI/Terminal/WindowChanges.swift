internal import Glibc

/// Changes of the terminal's size, taken by a thread that waits for their signal.
enum WindowChanges {
    /// A value for each change.
    ///
    /// ``TerminationSignals/block()`` has blocked the signal in every thread.
    static func stream() -> AsyncStream<Void> {
        AsyncStream { continuation in
            let box = Unmanaged.passRetained(Box(continuation)).toOpaque()
            var thread = pthread_t()
            guard pthread_create(&thread, nil, waitForChanges, box) == 0 else { return continuation.finish() }
            pthread_detach(thread)
        }
    }

    fileprivate final class Box: Sendable {
        let continuation: AsyncStream<Void>.Continuation
        init(_ continuation: AsyncStream<Void>.Continuation) { self.continuation = continuation }
    }
}

private func waitForChanges(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    let box = Unmanaged<WindowChanges.Box>.fromOpaque(argument).takeRetainedValue()
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGWINCH)
    var number: Int32 = 0
    while sigwait(&set, &number) == 0 {
        if case .terminated = box.continuation.yield() { break }
    }
    return nil
}
