internal import CLibvirt
internal import Synchronization

/// Moves bytes between a non-blocking stream and its one reader and its writers, from libvirt's event loop.
///
/// Back-pressure both ways: with `limit` bytes unread it stops asking for more, and what the stream does not take
/// waits here until it does.
final class StreamPump: Sendable {
    fileprivate struct State {
        var unread: [UInt8] = []
        var unsent: [UInt8] = []
        var waiter: CheckedContinuation<[UInt8]?, any Error>?
        var end: Result<Void, any Error>?
        var watched: Int32 = 0
        /// The pump's number among the running ones, while it is one.
        var number: Int?
    }

    private static let limit = 1 << 20
    private static let always = Int32(VIR_STREAM_EVENT_ERROR.rawValue | VIR_STREAM_EVENT_HANGUP.rawValue)
    private static let readable = Int32(VIR_STREAM_EVENT_READABLE.rawValue)
    private static let writable = Int32(VIR_STREAM_EVENT_WRITABLE.rawValue)

    private let stream: Handle<StreamKind>
    private let state = Mutex(State())

    init(_ stream: Handle<StreamKind>) { self.stream = stream }

    /// The pumps that the event loop calls.
    ///
    /// Each is held until ``stop()``; libvirt's client for remote drivers never calls a stream's free callback.
    fileprivate static let running = CallbackTable<StreamPump>()

    /// Registers with the event loop; gives the stream up where that fails.
    func start() throws {
        let events = Self.always | Self.readable
        let number = Self.running.add(self)
        state.withLock {
            $0.number = number
            $0.watched = events
        }
        do {
            _ = try stream.withUnsafePointer { stream in
                try check(
                    virStreamEventAddCallback(
                        stream, events, streamIsReady, UnsafeMutableRawPointer(bitPattern: number), nil),
                    "virStreamEventAddCallback", "console")
            }
        } catch {
            stop()
            throw error
        }
    }

    /// Deregisters and gives the stream up.
    func stop() {
        guard let number = state.withLock({ $0.number.take() }) else { return }
        _ = try? stream.withUnsafePointer { pointer in
            virStreamEventRemoveCallback(pointer)
            virStreamAbort(pointer)
        }
        Self.running.remove(number)
        stream.close()
        finish(.success(()))
    }

    /// What has arrived; waits until something has.
    ///
    /// - Returns: The bytes; `nil` at the end or when the task is cancelled.
    /// - Throws: The error that broke the line; ``LibvirtError`` with code `operationInvalid` when another task reads already.
    func next() async throws -> [UInt8]? {
        let bytes = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if let answer = takeOrWait(continuation) { continuation.resume(with: answer) }
            }
        } onCancel: {
            state.withLock { $0.waiter.take() }?.resume(returning: nil)
        }
        watch(Self.readable)
        return bytes
    }

    private func takeOrWait(_ continuation: CheckedContinuation<[UInt8]?, any Error>) -> Result<[UInt8]?, any Error>? {
        state.withLock { state in
            if !state.unread.isEmpty { return .success(state.takeUnread()) }
            if let end = state.end { return end.map { nil } }
            if Task.isCancelled { return .success(nil) }
            guard state.waiter == nil else {
                return .failure(LibvirtError(code: .operationInvalid, message: "two tasks read one console"))
            }
            state.waiter = continuation
            return nil
        }
    }

    /// Sends `bytes`, or keeps for later what the stream does not take now.
    func write(_ bytes: [UInt8]) throws {
        try state.withLock { state in
            if let end = state.end {
                try end.get()
                throw LibvirtError(code: .operationInvalid, message: "the console was closed")
            }
            state.unsent += bytes
        }
        watch(Self.writable)
    }

    /// Called on the event loop.
    fileprivate func handle(_ events: Int32) {
        if events & Self.readable != 0 { receive() }
        if events & Self.writable != 0 { send() }
        guard events & Self.always != 0 else { return }
        receive()  // what was written before the hang-up
        finish(.success(()))
        unwatch(.max)
    }

    private func receive() {
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = transfer { pointer in
                chunk.withUnsafeMutableBytes { buffer in
                    virStreamRecv(pointer, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
                }
            }
            switch count {
            case 1...: if !deliver(chunk[..<Int(count)]) { return unwatch(Self.readable) }
            case -2: return  // nothing more now
            case 0:
                finish(.success(()))
                return unwatch(.max)
            default:
                finish(.failure(LibvirtError.last(call: "virStreamRecv") { "console" }))
                return unwatch(.max)
            }
        }
    }

    private func send() {
        while true {
            let bytes = state.withLock { $0.unsent }
            guard !bytes.isEmpty else { return unwatch(Self.writable) }
            let count = transfer { pointer in
                bytes.withUnsafeBytes { buffer in
                    virStreamSend(pointer, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
                }
            }
            switch count {
            case 0...: state.withLock { $0.unsent.removeFirst(Int(count)) }
            case -2: return
            default:
                finish(.failure(LibvirtError.last(call: "virStreamSend") { "console" }))
                return unwatch(.max)
            }
        }
    }

    private func transfer(_ body: (OpaquePointer) -> Int32) -> Int32 {
        (try? stream.withUnsafePointer(body)) ?? 0
    }

    /// Hands over what arrived; answers whether there is room for more.
    private func deliver(_ bytes: ArraySlice<UInt8>) -> Bool {
        let (waiter, hasRoom) = state.withLock { state -> (CheckedContinuation<[UInt8]?, any Error>?, Bool) in
            if let waiter = state.waiter.take() { return (waiter, true) }
            state.unread += bytes
            return (nil, state.unread.count < Self.limit)
        }
        waiter?.resume(returning: Array(bytes))
        return hasRoom
    }

    private func finish(_ end: Result<Void, any Error>) {
        let waiter = state.withLock { state -> CheckedContinuation<[UInt8]?, any Error>? in
            guard state.end == nil else { return nil }
            state.end = end
            return state.waiter.take()
        }
        waiter?.resume(with: end.map { nil })
    }

    private func watch(_ events: Int32) { updateWatched { $0 | events } }
    private func unwatch(_ events: Int32) { updateWatched { events == .max ? 0 : $0 & ~events } }

    private func updateWatched(_ change: (Int32) -> Int32) {
        let changed = state.withLock { state -> Int32? in
            let wanted = state.end == nil ? change(state.watched) : 0
            guard wanted != state.watched, state.number != nil else { return nil }
            state.watched = wanted
            return wanted
        }
        guard let changed else { return }
        _ = try? stream.withUnsafePointer { virStreamEventUpdateCallback($0, changed) }
    }
}

extension StreamPump.State {
    fileprivate mutating func takeUnread() -> [UInt8] {
        defer { unread = [] }
        return unread
    }
}

private func streamIsReady(_: virStreamPtr?, events: Int32, opaque: UnsafeMutableRawPointer?) {
    StreamPump.running[opaque]?.handle(events)
}
