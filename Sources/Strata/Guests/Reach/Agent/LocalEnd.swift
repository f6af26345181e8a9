internal import Glibc

/// The end of a copy that lies on this machine.
struct LocalEnd: Sendable {
    let descriptor: Int32
    let path: String
    let mode: mode_t
    let size: Int

    /// The file's own name, without its folder.
    var name: String { Self.lastName(of: path) }

    static func lastName(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Opens a plain file; what the system says against it is said of `target`, where the user knows only that one.
    static func opening(
        _ path: String, _ flags: Int32, _ mode: mode_t, speakingOf target: String? = nil
    ) throws -> LocalEnd {
        let descriptor = open(path, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw refusal(target ?? path) }
        var state = stat()
        guard fstat(descriptor, &state) == 0, state.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw Failure(
                .failed, path, "it is no plain file", hint: "pack folders first, or copy over SSH: --via ssh")
        }
        return LocalEnd(descriptor: descriptor, path: path, mode: state.st_mode, size: state.st_size)
    }

    /// What the system said against it.
    static func refusal(_ path: String) -> Failure {
        let code = errno
        let kind: Failure.Kind =
            switch code {
            case ENOENT: .missingFile
            case EACCES, EPERM: .noPermission
            default: .failed
            }
        let hints: [Failure.Kind: String] = [
            .missingFile: "correct the path; a relative one starts at the current folder",
            .noPermission: "change the rights of the file and its folders, or use sudo",
        ]
        return Failure(kind, path, String(cString: strerror(code)), hint: hints[kind])
    }

    static func isFolder(_ path: String) -> Bool {
        var state = stat()
        return stat(path, &state) == 0 && state.st_mode & S_IFMT == S_IFDIR
    }

    /// The permissions that new files are not to have.
    static var mask: mode_t {
        let mask = umask(0)
        umask(mask)
        return mask
    }

    /// The next piece; `nil` at the end.
    func read(_ limit: Int) throws -> [UInt8]? {
        var piece = [UInt8](repeating: 0, count: limit)
        let count = Glibc.read(descriptor, &piece, limit)
        guard count >= 0 else { throw Self.refusal(path) }
        return count == 0 ? nil : Array(piece[..<count])
    }

    func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Self.refusal(path) }
            rest = rest.dropFirst(count)
        }
    }
}
