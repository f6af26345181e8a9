internal import Quantities

extension StreamReceiver {
    /// Receives everything into a file.
    ///
    /// - Returns: How much came, holes included.
    func run(to file: LocalFile, _ progress: (ByteCount) -> Void) async throws -> ByteCount {
        let buffer = TransferBuffer()
        var total: UInt64 = 0
        while true {
            let part = try await step { try Part { try self.receive(to: file, through: buffer) } }
            total += part.length
            if part.length > 0 { progress(.bytes(total)) }
            if part.isLast { return .bytes(total) }
        }
    }

    private func receive(to file: LocalFile, through buffer: TransferBuffer) throws -> UInt64? {
        switch try receive(into: buffer.bytes) {
        case .bytes(let count):
            try file.write(UnsafeRawBufferPointer(rebasing: buffer.bytes.prefix(count)))
            return UInt64(count)
        case .hole(let length):
            try file.writeHole(length)
            return length
        case .end: return nil
        }
    }
}

extension StreamSender {
    /// Sends everything that a file has, and finishes.
    ///
    /// - Returns: How much was sent, holes included.
    func run(from pieces: LocalFilePieces, _ progress: (ByteCount) -> Void) async throws -> ByteCount {
        let buffer = TransferBuffer()
        var pieces = pieces
        var total: UInt64 = 0
        while true {
            let before = pieces
            let (after, part) = try await send { stream, isCancelled in
                var pieces = before
                let part = try Part { try pieces.send(over: stream, through: buffer, isCancelled) }
                return (pieces, part)
            }
            pieces = after
            total += part.length
            if part.length > 0 { progress(.bytes(total)) }
            if part.isLast { break }
        }
        try await finish()
        return .bytes(total)
    }
}

extension LocalFilePieces {
    /// Sends the next piece; answers how long it was, `nil` at the end.
    fileprivate mutating func send(
        over stream: OpenStream, through buffer: TransferBuffer, _ isCancelled: () -> Bool
    ) throws -> UInt64? {
        switch try next(into: buffer.bytes) {
        case .bytes(let count):
            try stream.send(UnsafeRawBufferPointer(rebasing: buffer.bytes.prefix(count)), isCancelled: isCancelled)
            return UInt64(count)
        case .hole(let length):
            try stream.sendHole(length)
            return length
        case .end: return nil
        }
    }
}

/// What one step of a transfer moved.
///
/// A step moves many chunks: a hop to a blocking thread for each would cost a tenth of the rate. It lasts a moment only,
/// so that progress and cancellation are not held up.
private struct Part {
    var length: UInt64 = 0
    var isLast = false

    init(_ move: () throws -> UInt64?) rethrows {
        let end = ContinuousClock.now + .milliseconds(20)
        repeat {
            let count = try move()
            length += count ?? 0
            isLast = count == nil
        } while !isLast && ContinuousClock.now < end
    }
}

/// Room for one chunk, used anew for each.
///
/// Sound: a transfer does one step at a time, and only its steps use the buffer.
private final class TransferBuffer: @unchecked Sendable {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: OpenStream.chunk, alignment: 16)

    deinit { bytes.deallocate() }
}
