internal import Glibc
internal import Synchronization

/// A file of this machine that a transfer reads or writes.
///
/// All calls block.
final class LocalFile: Sendable {
    let descriptor: Int32
    /// What it is called in an error message.
    private let name: String
    /// Whether it is still to be closed here.
    private let isOurs: Atomic<Bool>

    /// Uses a descriptor that the caller goes on owning.
    init(borrowing descriptor: Int32) {
        self.descriptor = descriptor
        name = "descriptor \(descriptor)"
        isOurs = Atomic(false)
    }

    /// Opens a file; it is closed with the last reference.
    init(opening path: String, _ flags: Int32) throws {
        descriptor = try path.withCheckedCString { Glibc.open($0, flags | O_CLOEXEC, 0o666) }
        name = "file '\(path)'"
        isOurs = Atomic(descriptor >= 0)
        guard descriptor >= 0 else { throw Self.error(errno, "open", name) }
    }

    deinit { if isOurs.load(ordering: .relaxed) { Glibc.close(descriptor) } }

    /// Closes a file that was opened here, and hears whether the file system kept what was written.
    func close() throws {
        guard isOurs.exchange(false, ordering: .relaxed) else { return }
        guard Glibc.close(descriptor) == 0 else { throw Self.error(errno, "close", name) }
    }

    /// Reads up to the end of `buffer`; 0 at the end of the file.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try retrying("read") { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
    }

    /// Writes all of `bytes`.
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest)
            let count = try retrying("write") { Glibc.write(descriptor, piece.baseAddress, piece.count) }
            rest = rest.dropFirst(count)
        }
    }

    /// Goes on `length` bytes further, with nothing but zeros in between.
    ///
    /// What the file has there already is overwritten; behind its end, and only there, a hole can be left.
    func writeHole(_ length: UInt64) throws {
        var status = stat()
        let position = lseek(descriptor, 0, SEEK_CUR)
        guard position >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return try writeZeros(length)
        }
        let size = UInt64(clamping: status.st_size)
        let inside = min(length, size - min(size, UInt64(position)))
        try writeZeros(inside)
        let end = position + off_t(clamping: length)
        guard length > inside else { return }
        guard ftruncate(descriptor, end) == 0, lseek(descriptor, end, SEEK_SET) >= 0 else {
            throw Self.error(errno, "ftruncate", name)
        }
    }

    private func writeZeros(_ length: UInt64) throws {
        var left = length
        try withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { zeros in
            zeros.initializeMemory(as: UInt8.self, repeating: 0)
            while left > 0 {
                let count = Int(min(left, UInt64(zeros.count)))
                try write(UnsafeRawBufferPointer(rebasing: zeros.prefix(count)))
                left -= UInt64(count)
            }
        }
    }

    private func retrying(_ call: String, _ body: () -> Int) throws -> Int {
        while true {
            let count = body()
            if count >= 0 { return count }
            guard errno == EINTR else { throw Self.error(errno, call, name) }
        }
    }

    static func error(_ number: Int32, _ call: String, _ name: String) -> LibvirtError {
        LibvirtError(
            code: .systemError, message: String(borrowing: strerror(number)), call: call, subject: name,
            hint: number == ENOSPC ? "make room, or write to another file system" : nil)
    }
}
