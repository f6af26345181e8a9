internal import Glibc
internal import Strata

/// What the user or another program hands in.
enum StandardInput {
    /// All of it.
    ///
    /// - Throws: ``Failure`` when it is more than `limit` bytes.
    static func all(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(0, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw Failure(
                    .failed, "standard input", "it is more than \(limit) bytes", hint: "copy it as a file: strata cp")
            }
        }
    }
}
