internal import Glibc

/// The process's environment, read without Foundation: it is on the way of every command's start.
enum Environment {
    static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// Small files of settings.
enum SmallFile {
    /// The first 64 KiB of a file; `nil` when it cannot be read.
    static func read(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
            count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
