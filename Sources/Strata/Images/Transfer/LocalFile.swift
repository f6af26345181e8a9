internal import Glibc

/// A regular file that is read.
///
/// Nothing else is opened: a pipe would never end, and a device is no image.
final class LocalFile {
    let path: String
    let descriptor: Int32
    let size: UInt64
    /// How much of the disk it takes: less than its size where it has holes.
    let allocated: UInt64

    init(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Failure(opening: path, error: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw Failure(.badDefinition, path, "this is not a regular file")
        }
        (self.path, self.descriptor) = (path, descriptor)
        (size, allocated) = (UInt64(status.st_size), UInt64(status.st_blocks) * 512)
    }

    deinit { close(descriptor) }

    /// Up to so many bytes from a place on; fewer at the end of the file.
    func read(at offset: UInt64, count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let done = pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset) + off_t(filled))
                if done < 0, errno == EINTR { continue }
                guard done >= 0 else { throw Failure(.failed, path, String(cString: strerror(errno))) }
                guard done > 0 else { return }
                filled += done
            }
        }
    }

    /// Hands over the whole file in pieces; ends soon when its task is cancelled.
    func forEachPiece(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        var offset: UInt64 = 0
        while offset < size {
            try Task.checkCancellation()
            let piece = try read(at: offset, count: 1 << 20)
            guard !piece.isEmpty else { throw Failure(.failed, path, "it became shorter while it was read") }
            try piece.withUnsafeBytes(body)
            offset += UInt64(piece.count)
        }
    }

    /// A small file.
    static func read(_ path: String, limit: Int) throws -> [UInt8] {
        let file = try LocalFile(path)
        guard file.size <= UInt64(limit) else { throw Failure(.failed, path, "it is larger than it can be") }
        return try file.read(at: 0, count: Int(file.size))
    }
}
