internal import Glibc

/// Runs work on a thread that nobody else has had or gets, for calls that change the thread itself.
enum SingleThread {
    /// Runs `body` on a new thread, which ends afterwards, and returns what it returns.
    static func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withUnsafeThrowingContinuation { continuation in
            let work = Work { continuation.resume(with: Swift.Result { try body() }) }
            let opaque = Unmanaged.passRetained(work).toOpaque()
            var thread = pthread_t()
            guard pthread_create(&thread, nil, runWork, opaque) == 0 else {
                Unmanaged<Work>.fromOpaque(opaque).release()
                return continuation.resume(
                    throwing: LibvirtError(code: .systemError, message: "cannot start another thread"))
            }
            pthread_detach(thread)
        }
    }

    fileprivate final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}

private func runWork(_ opaque: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let opaque else { return nil }
    OwnThread.begin("libvirt-inside")
    Unmanaged<SingleThread.Work>.fromOpaque(opaque).takeRetainedValue().body()
    return nil
}
