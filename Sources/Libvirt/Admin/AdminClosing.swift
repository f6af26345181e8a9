internal import CLibvirt
internal import Synchronization

/// Who waits for the end of one connection to a daemon's administration.
///
/// libvirt has room for one callback per connection, and keeps the connection open while it is registered: it is
/// there only while somebody waits.
final class AdminClosing: Sendable {
    private struct State {
        var waiters: [Int: CheckedContinuation<ConnectionCloseReason, any Error>] = [:]
        /// Everybody who waits, also before the continuation is there.
        var interested: Set<Int> = []
        var next = 0
        var isRegistered = false
        var reason: ConnectionCloseReason?
    }

    private let connection: Handle<AdminConnectionKind>
    /// Held while libvirt is asked to register or deregister.
    ///
    /// The event loop never takes it.
    private let registering = Mutex(())
    private let state = Mutex(State())

    init(connection: Handle<AdminConnectionKind>) { self.connection = connection }

    func wait() async throws -> ConnectionCloseReason {
        let number = state.withLock { state in
            state.next += 1
            state.interested.insert(state.next)
            return state.next
        }
        defer { leave(number) }
        try await BlockingExecutor.run { try self.register() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer = state.withLock { state -> Result<ConnectionCloseReason, any Error>? in
                    if let reason = state.reason { return .success(reason) }
                    if Task.isCancelled { return .failure(CancellationError()) }
                    state.waiters[number] = continuation
                    return nil
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            let waiter = state.withLock { $0.waiters.removeValue(forKey: number) }
            waiter?.resume(throwing: CancellationError())
        }
    }

    private func leave(_ number: Int) {
        state.withLock { _ = $0.interested.remove(number) }
        BlockingExecutor.later { self.deregister(evenIfWaitedFor: false) }
    }

    /// Tells everybody why the connection ended; the first reason counts.
    func end(_ reason: ConnectionCloseReason) {
        tell(reason)
        deregister(evenIfWaitedFor: true)
    }

    fileprivate func tell(_ reason: ConnectionCloseReason) {
        let (waiters, reason) = state.withLock { state in
            let reason = state.reason ?? reason
            state.reason = reason
            defer { state.waiters = [:] }
            return (Array(state.waiters.values), reason)
        }
        for waiter in waiters { waiter.resume(returning: reason) }
    }

    private func register() throws {
        try registering.withLock { _ in
            guard state.withLock({ !$0.isRegistered && $0.reason == nil }) else { return }
            try connection.withUnsafePointer { pointer in
                _ = try Lent.lend(WeakClosing(self)) { opaque in
                    try check(
                        virAdmConnectRegisterCloseCallback(pointer, administrationWasClosed, opaque, giveBackLent),
                        "virAdmConnectRegisterCloseCallback", "administration")
                }
                state.withLock { $0.isRegistered = true }
            }
        }
    }

    private func deregister(evenIfWaitedFor: Bool) {
        registering.withLock { _ in
            guard state.withLock({ $0.isRegistered && (evenIfWaitedFor || $0.interested.isEmpty) }) else { return }
            state.withLock { $0.isRegistered = false }
            // Fails where the callback was called: libvirt drops it then.
            _ = try? connection.withUnsafePointer {
                virAdmConnectUnregisterCloseCallback($0, administrationWasClosed)
            }
        }
    }
}

/// libvirt holds this one; held strongly, the connection would keep itself open.
private final class WeakClosing: Sendable {
    private struct Box { weak var closing: AdminClosing? }

    private let box: Mutex<Box>

    init(_ closing: AdminClosing) { box = Mutex(Box(closing: closing)) }

    var closing: AdminClosing? { box.withLock { $0.closing } }
}

// A file-scope function: libvirt calls it on the thread of its event loop.
private func administrationWasClosed(_: virAdmConnectPtr?, reason: Int32, opaque: UnsafeMutableRawPointer?) {
    guard let opaque else { return }
    Unmanaged<WeakClosing>.fromOpaque(opaque).takeUnretainedValue().closing?.tell(
        ConnectionCloseReason(rawValue: reason))
}
