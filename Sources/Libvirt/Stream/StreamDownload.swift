public import Quantities

/// The bytes of a download, chunk by chunk.
///
/// ```swift
/// for try await chunk in volume.download() { checksum.update(chunk) }
/// ```
/// Every iterator is a download of its own, from the beginning. libvirt is asked for bytes only when the first chunk is,
/// and at most 32 MiB wait in memory for a slow reader. An iterator that is dropped before the end aborts its download.
public struct StreamDownload: AsyncSequence, Sendable {
    let source: StreamSource

    /// An iterator that begins the download when its first chunk is asked for.
    public func makeAsyncIterator() -> Iterator { Iterator(receiver: StreamReceiver(source)) }

    /// One download.
    public struct Iterator: AsyncIteratorProtocol {
        let receiver: StreamReceiver

        /// The next bytes, as many as one message of libvirt's protocol carries; waits for them.
        ///
        /// - Returns: `nil` when all bytes have come, and only then.
        /// - Throws: ``LibvirtError`` when the download broke, `CancellationError` when the task was cancelled; it is
        ///   aborted then, and throws the same again when asked again.
        public mutating func next() async throws -> [UInt8]? {
            let receiver = receiver
            return try await receiver.step {
                var isEnd = false
                let bytes = try [UInt8](unsafeUninitializedCapacity: OpenStream.chunk) { buffer, count in
                    guard case .bytes(let received) = try receiver.receive(into: UnsafeMutableRawBufferPointer(buffer))
                    else { return isEnd = true }
                    count = received
                }
                return isEnd ? nil : bytes
            }
        }
    }
}

/// A piece of a volume: bytes, or a hole where there are none.
public enum StreamPiece: Hashable, Sendable {
    /// Bytes.
    case data([UInt8])
    /// A stretch that holds nothing and reads as zeros.
    case hole(ByteCount)

    /// How much of the volume it covers.
    public var length: ByteCount {
        switch self {
        case .data(let bytes): .bytes(UInt64(bytes.count))
        case .hole(let length): length
        }
    }
}

/// The pieces of a download that leaves out holes.
///
/// ```swift
/// for try await piece in volume.sparseDownload() {
///     if case .data(let bytes) = piece { stored += bytes.count }
/// }
/// ```
/// Otherwise as ``StreamDownload``. A long hole comes in several pieces.
public struct SparseStreamDownload: AsyncSequence, Sendable {
    let source: StreamSource

    /// An iterator that begins the download when its first piece is asked for.
    public func makeAsyncIterator() -> Iterator { Iterator(receiver: StreamReceiver(source)) }

    /// One download.
    public struct Iterator: AsyncIteratorProtocol {
        let receiver: StreamReceiver

        /// The next bytes or the next hole; waits for them.
        ///
        /// - Returns: `nil` when all has come, and only then.
        /// - Throws: ``LibvirtError`` when the download broke, `CancellationError` when the task was cancelled; it is
        ///   aborted then, and throws the same again when asked again.
        public mutating func next() async throws -> StreamPiece? {
            let receiver = receiver
            return try await receiver.step {
                var received = OpenStream.Received.end
                let bytes = try [UInt8](unsafeUninitializedCapacity: OpenStream.chunk) { buffer, count in
                    received = try receiver.receive(into: UnsafeMutableRawBufferPointer(buffer))
                    if case .bytes(let number) = received { count = number }
                }
                return switch received {
                case .bytes: .data(bytes)
                case .hole(let length): .hole(.bytes(length))
                case .end: nil
                }
            }
        }
    }
}
