internal import Glibc

/// A small text that the user names: a file, a pipe such as `<(…)`, or `-` for standard input; of 1 MiB at most.
public enum NamedText {
    private static let limit = 1 << 20

    /// Reads it.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - option: The option that names it, for what is said when it cannot be read.
    /// - Returns: The text.
    /// - Throws: ``Failure``.
    public static func read(_ path: String, _ option: String) throws -> String {
        let bytes = try bytes(of: path, "\(option) \(path)")
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        throw Failure(.wrongValue, "\(option) \(path)", "it is no text in UTF-8", hint: "file \(path) says what it is")
    }

    /// Whether a path is that of a pipe, which can be read only once and has no folder of its own.
    static func isPipe(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && [S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
    }

    private static func bytes(of path: String, _ what: String) throws -> [UInt8] {
        let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw refusal(what, errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw refusal(what, errno) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw Failure(.wrongValue, what, "it is more than 1 MiB", hint: "name a text that is smaller")
            }
        }
    }

    private static func refusal(_ what: String, _ code: Int32) -> Failure {
        let why = "it cannot be read: \(String(cString: strerror(code)))"
        return switch code {
        case ENOENT, ENOTDIR: Failure(.missingFile, what, why, hint: "correct the path")
        case EACCES, EPERM: Failure(.noPermission, what, why, hint: "correct its rights, or those of its folders")
        case EISDIR: Failure(.wrongValue, what, why, hint: "name a file in it")
        default: Failure(.failed, what, why, hint: "name a file, or - for standard input")
        }
    }
}
