internal import CLibvirt
public import Quantities
internal import Synchronization

/// A picture of a domain's screen.
public struct Screenshot: Hashable, Sendable {
    /// The picture's format, such as `image/png` or `image/x-portable-pixmap`.
    public var mimeType: String
    /// The picture.
    public var bytes: [UInt8]
}

extension DomainReference where Mode == ReadWrite {
    /// Takes a picture of what the domain shows now.
    ///
    /// The domain must run and have a video device. Cancelling the task ends the transfer.
    /// - Parameters:
    ///   - screen: Which of its screens.
    ///   - limit: The largest picture that is taken.
    /// - Returns: The picture, in the format that the hypervisor has.
    /// - Throws: `CancellationError` when the task was cancelled, ``LibvirtError`` with code `operationInvalid` when
    ///   it does not run or has no such screen, `overflow` for a picture beyond the limit.
    ///
    /// libvirt: [`virDomainScreenshot`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainScreenshot)
    public func screenshot(screen: Int = 0, limit: ByteCount = .mebibytes(64)) async throws -> Screenshot {
        let screen = try UInt32(checking: screen)
        let connection = registrations.connection
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try await handle.call(lane: .long) { domain in
                let stream: Handle<StreamKind> = try connection.withUnsafePointer {
                    Handle(adopting: try check(virStreamNew($0, 0), "virStreamNew"))
                }
                return try stream.withUnsafePointer { stream in
                    let type = try check(
                        virDomainScreenshot(domain, stream, screen, 0), "virDomainScreenshot",
                        DomainKind.describe(domain))
                    let mimeType = String(adopting: type)
                    return Screenshot(mimeType: mimeType, bytes: try receiveAll(stream, limit, cancellation))
                }
            }
        } onCancel: {
            cancellation.isRequested.store(true, ordering: .relaxed)
        }
    }
}

/// Whether the task that waits for a transfer was cancelled; the thread that transfers looks between two chunks.
private final class Cancellation: Sendable {
    let isRequested = Atomic<Bool>(false)
}

/// Reads a blocking stream to its end and finishes it; aborts it when that fails.
private func receiveAll(_ stream: OpaquePointer, _ limit: ByteCount, _ cancellation: Cancellation) throws -> [UInt8] {
    do {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 256 << 10)
        while true {
            if cancellation.isRequested.load(ordering: .relaxed) { throw CancellationError() }
            let count = chunk.withUnsafeMutableBytes { buffer in
                virStreamRecv(stream, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
            }
            guard try check(count, "virStreamRecv", "screenshot") > 0 else { break }
            bytes += chunk[..<Int(count)]
            guard bytes.count <= limit.bytes else {
                throw LibvirtError(code: .overflow, message: "the picture is larger than \(limit)")
            }
        }
        try check(virStreamFinish(stream), "virStreamFinish", "screenshot")
        return bytes
    } catch {
        virStreamAbort(stream)
        throw error
    }
}
