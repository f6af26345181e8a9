internal import Synchronization
public import Quantities

/// The writing end of an upload.
///
/// ```swift
/// var upload = try await volume.upload()
/// try await upload.write(bytes)
/// try await upload.finish()
/// ```
/// There is one writer, which the compiler sees to. Only ``finish()`` says whether everything arrived: an upload that is
/// dropped without it is aborted, as is one whose task is cancelled in the middle of a call.
public struct StreamUpload: ~Copyable, Sendable {
    let sender: StreamSender

    /// Sends bytes; returns when libvirt has taken all of them.
    ///
    /// - Throws: ``LibvirtError`` when the other side refuses them, perhaps for some that were sent earlier, and
    ///   `CancellationError`; the upload is aborted then.
    ///
    /// libvirt: [`virStreamSend`](https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamSend)
    public mutating func write(_ bytes: some Collection<UInt8> & Sendable) async throws {
        try await sender.write(Array(bytes))
    }

    /// Leaves a hole in place of sending zeros.
    ///
    /// Needs an upload that was opened with `.sparseStream`. What stands there already may stay: a hole is for volumes
    /// that hold nothing yet.
    /// - Parameter length: How many bytes to leave out.
    /// - Throws: As ``write(_:)``, and ``LibvirtError`` with code `operationInvalid` or `operationUnsupported` when the
    ///   upload is not a sparse one.
    ///
    /// libvirt: [`virStreamSendHole`](https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamSendHole)
    public mutating func writeHole(_ length: ByteCount) async throws { try await sender.writeHole(length.bytes) }

    /// Ends the upload and hears whether all of it arrived.
    ///
    /// - Throws: ``LibvirtError`` with what went wrong on the other side, also while earlier bytes were written there.
    ///
    /// libvirt: [`virStreamFinish`](https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamFinish)
    public consuming func finish() async throws { try await sender.finish() }

    /// Gives the upload up; what has been written already stays where it is.
    ///
    /// libvirt: [`virStreamAbort`](https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamAbort)
    public consuming func abort() async { await sender.abort() }
}

/// Sends the bytes of one upload.
final class StreamSender: StreamTransfer {
    private let stream: OpenStream
    /// Why nothing more can be sent.
    private let failure = Mutex<(any Error)?>(nil)
    private let isCancelled = Atomic<Bool>(false)

    init(_ stream: OpenStream) { self.stream = stream }

    func giveUp(_ reason: any Error) {
        failure.withLock { if $0 == nil { $0 = reason } }
        stream.abort()
    }

    func write(_ bytes: [UInt8]) async throws {
        try await send { stream, isCancelled in
            try bytes.withUnsafeBytes { try stream.send($0, isCancelled: isCancelled) }
        }
    }

    func writeHole(_ length: UInt64) async throws { try await send { stream, _ in try stream.sendHole(length) } }

    func finish() async throws { try await send { stream, _ in try stream.finish() } }

    func abort() async { _ = try? await BlockingExecutor.run(.long) { self.giveUp(CancellationError()) } }

    /// Does one step of sending, unless an earlier one failed.
    func send<Result: Sendable>(
        _ body: @escaping @Sendable (OpenStream, _ isCancelled: () -> Bool) throws -> Result
    ) async throws -> Result {
        try await withTaskCancellationHandler {
            try await step {
                if let failure = self.failure.withLock(\.self) { throw failure }
                return try body(self.stream) { self.isCancelled.load(ordering: .relaxed) }
            }
        } onCancel: {
            isCancelled.store(true, ordering: .relaxed)
        }
    }
}
