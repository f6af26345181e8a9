internal import Quantities

extension StreamReceiver {
    /// Receives everything into a file.
    ///
    /// - Returns: How much came, holes included.
    func run(to file: LocalFile, _ progress: (ByteCount) -> Void) async throws -> ByteCount {
        let buffer = TransferBuffer()
        var total: UInt64 = 0
        // One hop to a blocking thread for each chunk: receiving and writing stand in one step.
        while let count = try await step({ try self.receive(to: file, through: buffer) }) {
            total += count
            progress(.bytes(total))
        }
        return .bytes(total)
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
            let (after, count) = try await send { stream, isCancelled in
                var pieces = before
                let count = try pieces.send(over: stream, through: buffer, isCancelled)
                return (pieces, count)
            }
            guard let count else { break }
            pieces = after
            total += count
            progress(.bytes(total))
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

/// Room for one chunk, used anew for each.
///
/// Sound: a transfer does one step at a time, and only its steps use the buffer.
private final class TransferBuffer: @unchecked Sendable {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: OpenStream.chunk, alignment: 16)

    deinit { bytes.deallocate() }
}
