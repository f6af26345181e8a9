internal import CLibvirt
internal import Synchronization

/// A blocking stream that carries a transfer, until it is finished or aborted.
///
/// Whoever drops it without either has abandoned the transfer: it is aborted then, or the daemon would keep it open for
/// as long as the connection lives.
final class OpenStream: Sendable {
    /// What a call to receive found.
    enum Received {
        /// So many bytes were put into the buffer.
        case bytes(Int)
        /// A hole of so many bytes.
        case hole(UInt64)
        /// The other side has sent everything.
        case end
    }

    /// One message of libvirt's protocol carries so many bytes; a larger piece is sent as two messages, one of them tiny.
    static let chunk = 262_120

    /// How many streams of this process are neither finished nor aborted; tests assert that it comes back to zero.
    static var count: Int { open.load(ordering: .relaxed) }
    private static let open = Atomic<Int>(0)

    private let handle: Handle<StreamKind>
    private let subject: String
    private let isEnded = Atomic<Bool>(false)

    /// Makes a stream and hands it to the call that connects it to something.
    ///
    /// - Parameters:
    ///   - connection: The connection that carries it.
    ///   - subject: What is transferred, for errors.
    ///   - connect: The C call, which throws what it found on the same thread.
    /// - Throws: What `connect` throws.
    init(
        on connection: Handle<ConnectionKind>, _ subject: String, connect: (OpaquePointer) throws -> Void
    ) throws {
        handle = try connection.withUnsafePointer { Handle(adopting: try check(virStreamNew($0, 0), "virStreamNew")) }
        self.subject = subject
        do {
            try handle.withUnsafePointer(connect)
        } catch {
            _ = end()  // there is nothing to abort
            throw error
        }
        Self.open.add(1, ordering: .relaxed)
    }

    deinit {
        guard end() else { return }
        let handle = handle
        // Aborting asks the daemon, for which a deinit must not wait.
        BlockingExecutor.later { Self.abort(handle) }
    }

    /// Ends the transfer in good order and hears whether all of it arrived.
    func finish() throws {
        guard end() else { return }
        defer { Self.open.subtract(1, ordering: .relaxed) }
        _ = try handle.withUnsafePointer { try check(virStreamFinish($0), "virStreamFinish", subject) }
    }

    /// Gives the transfer up.
    func abort() {
        guard end() else { return }
        Self.abort(handle)
    }

    private static func abort(_ handle: Handle<StreamKind>) {
        _ = try? handle.withUnsafePointer(virStreamAbort)
        open.subtract(1, ordering: .relaxed)
    }

    /// Answers whether the caller is the one who ends it.
    private func end() -> Bool { !isEnded.exchange(true, ordering: .acquiringAndReleasing) }

    /// Waits for bytes, holes counting as zeros.
    func receive(into buffer: UnsafeMutableRawBufferPointer) throws -> Received {
        try handle.withUnsafePointer { stream in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let count = try check(virStreamRecv(stream, start, buffer.count), "virStreamRecv", subject)
            return count == 0 ? .end : .bytes(Int(count))
        }
    }

    /// Waits for bytes or a hole.
    func receivePiece(into buffer: UnsafeMutableRawBufferPointer) throws -> Received {
        try handle.withUnsafePointer { stream in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let stopAtHole = StreamReceiveOptions.stopAtHole.rawValue
            let count = virStreamRecvFlags(stream, start, buffer.count, stopAtHole)
            guard count == Self.atHole else {
                try check(count, "virStreamRecvFlags", subject)
                return count == 0 ? .end : .bytes(Int(count))
            }
            var length: Int64 = 0
            try check(virStreamRecvHole(stream, &length, 0), "virStreamRecvHole", subject)
            return .hole(UInt64(clamping: length))
        }
    }

    /// What libvirt answers in place of a count when a hole comes next.
    private static let atHole: Int32 = -3

    /// Sends all of `bytes`, however many calls libvirt takes them in.
    ///
    /// - Parameters:
    ///   - bytes: What to send.
    ///   - isCancelled: Asked between two calls.
    /// - Throws: `CancellationError` in the middle of the bytes, and what libvirt reports.
    func send(_ bytes: UnsafeRawBufferPointer, isCancelled: () -> Bool = { false }) throws {
        try handle.withUnsafePointer { stream in
            var rest = bytes[...]
            while !rest.isEmpty {
                guard !isCancelled() else { throw CancellationError() }
                let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.chunk))
                let start = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
                let count = try check(virStreamSend(stream, start, piece.count), "virStreamSend", subject)
                rest = rest.dropFirst(Int(count))
            }
        }
    }

    /// Sends a hole in place of zeros.
    func sendHole(_ length: UInt64) throws {
        guard let length = Int64(exactly: length) else {
            throw LibvirtError(
                code: .invalidArgument, message: "a hole of \(length) bytes is too long", call: "virStreamSendHole",
                subject: subject)
        }
        _ = try handle.withUnsafePointer { try check(virStreamSendHole($0, length, 0), "virStreamSendHole", subject) }
    }
}
