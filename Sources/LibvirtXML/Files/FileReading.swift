import Glibc

/// Reading a regular file whole, with a bound; folders, pipes and devices are refused and never waited for.
enum FileReading {
    static func bytes(of path: String, limit: Int) throws(XMLError) -> [UInt8] {
        // O_NONBLOCK: opening a pipe without a writer would wait for ever.
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw failure(path, errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw XMLError(
                .notAFile, "this is \(kind(of: status.st_mode)), not a file", file: path,
                hint: "name a regular file; save what a pipe delivers to one first")
        }
        guard status.st_size <= limit else { throw tooLarge(path, limit) }
        return try read(file, path: path, expecting: Int(status.st_size), limit: limit)
    }

    private static func read(_ file: Int32, path: String, expecting: Int, limit: Int) throws(XMLError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: max(expecting + 1, 4096))
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(path, errno) }
            if count == 0 { return bytes }
            // The file may grow while it is read.
            guard bytes.count + count <= limit else { throw tooLarge(path, limit) }
            bytes.append(contentsOf: chunk.prefix(count))
        }
    }

    private static func tooLarge(_ path: String, _ limit: Int) -> XMLError {
        XMLError(.tooLarge, "the file has more than \(limit) bytes", file: path)
    }

    private static func failure(_ path: String, _ number: Int32) -> XMLError {
        let reason = String(cString: strerror(number))
        switch number {
        case ENOENT, ENOTDIR: return XMLError(.noSuchFile, "no such file", file: path)
        default: return XMLError(.unreadable, "cannot be read: \(reason)", file: path)
        }
    }

    private static func kind(of mode: mode_t) -> String {
        switch mode & S_IFMT {
        case S_IFDIR: "a folder"
        case S_IFIFO: "a pipe"
        case S_IFSOCK: "a socket"
        default: "a device"
        }
    }
}
