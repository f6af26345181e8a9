internal import Synchronization

/// One reading of a ``StreamSource``, from its first byte to its last, window by window.
final class StreamReceiver: StreamTransfer {
    fileprivate struct State {
        var stream: OpenStream?
        var position: UInt64
        var remaining: UInt64
        /// What is still to come of the open window.
        var windowLeft: UInt64 = 0
        /// Whether the last window had no data at all, be it for a hole or for being behind the end.
        var sawOnlyHole = true
        var end: Result<Void, any Error>?
    }

    private let source: StreamSource
    /// Held while libvirt waits for bytes; only the one reader and the end of the transfer want it.
    private let state: Mutex<State>

    init(_ source: StreamSource) {
        self.source = source
        state = Mutex(State(position: source.offset, remaining: source.length ?? .max))
    }

    func giveUp(_ reason: any Error) {
        state.withLock { state in
            if state.end == nil { state.end = .failure(reason) }
            state.stream.take()?.abort()
        }
    }

    /// Waits for the next bytes, or the next hole of a sparse source.
    ///
    /// Must run where it may block.
    /// - Parameter buffer: Where the bytes go.
    /// - Returns: What came.
    /// - Throws: ``LibvirtError``, after which the transfer must be given up.
    func receive(into buffer: UnsafeMutableRawBufferPointer) throws -> OpenStream.Received {
        try state.withLock { state in
            while true {
                if let end = state.end {
                    try end.get()
                    return .end
                }
                guard let stream = try openStream(&state) else {
                    state.end = .success(())
                    return .end
                }
                let received = try source.isSparse ? stream.receivePiece(into: buffer) : stream.receive(into: buffer)
                switch received {
                case .bytes(let count):
                    state.advance(by: UInt64(count))
                    state.sawOnlyHole = false
                    return received
                case .hole(let length):
                    state.advance(by: length)
                    return received
                case .end:
                    try finishWindow(&state, stream)
                }
            }
        }
    }

    private func openStream(_ state: inout State) throws -> OpenStream? {
        if let stream = state.stream { return stream }
        guard state.remaining > 0, try !isBehindEnd(state) else { return nil }
        state.windowLeft = min(state.remaining, source.window)
        state.stream = try source.open(at: state.position, length: state.windowLeft)
        state.sawOnlyHole = true
        return state.stream
    }

    /// Behind its end a file shows libvirt one endless hole, in which a sparse download would never stop.
    private func isBehindEnd(_ state: State) throws -> Bool {
        guard source.isSparse, state.sawOnlyHole else { return false }
        let size = try source.size()
        return size > 0 && state.position >= size
    }

    private func finishWindow(_ state: inout State, _ stream: OpenStream) throws {
        try stream.finish()
        state.stream = nil
        // Less than was asked for: there is no more.
        if state.windowLeft > 0 { state.end = .success(()) }
    }
}

extension StreamReceiver.State {
    fileprivate mutating func advance(by count: UInt64) {
        position += count
        remaining -= min(remaining, count)
        windowLeft -= min(windowLeft, count)
    }
}
