internal import Glibc

/// The files in which a kernel tells about itself, below a root folder.
///
/// Every read has a size limit and a missing file is an ordinary answer with its reason, never a failure.
struct HostFiles {
    /// Why a file could not be read.
    struct Unreadable: Error, Equatable {
        /// The path, as seen from the root folder.
        var path: String
        /// The system's error number.
        var code: Int32

        /// Whether there is no such file.
        var isMissing: Bool { code == ENOENT || code == ENOTDIR }

        /// The reason in words, with what root would add.
        var reason: String {
            switch code {
            case _ where isMissing: "there is no \(path)"
            case EACCES, EPERM: "no permission to read \(path); root may"
            default: "\(path): \(String(cString: strerror(code)).lowercased())"
            }
        }
    }

    /// The root folder without a slash at its end; empty for the running system.
    let root: String

    init(root: String) {
        self.root = String(root.reversed().drop { $0 == "/" }.reversed())
    }

    /// Whether these are the files of the running kernel, so that it may also be asked directly.
    var isLive: Bool { root.isEmpty }

    /// The file's content, at most `limit` bytes of it.
    func text(_ path: String, limit: Int = 4096) throws(Unreadable) -> String {
        // O_NONBLOCK: a pipe or a terminal in the place of the file must not hold us up.
        let descriptor = open(root + path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw Unreadable(path: path, code: errno) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit)
        var filled = 0
        while filled < limit {
            let count = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress?.advanced(by: filled), limit - filled)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Unreadable(path: path, code: errno) }
            if count == 0 { break }
            filled += count
        }
        return String(decoding: bytes[..<filled], as: UTF8.self)
    }

    /// The file's content without white space around it; `nil` for a missing, unreadable or empty file.
    func word(_ path: String) -> String? {
        guard let text = try? text(path) else { return nil }
        let trimmed = text.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The whole number that the file holds.
    func number(_ path: String) -> Int? { word(path).flatMap { Int($0) } }

    /// The names in a folder, sorted, at most `limit` of them; none for a missing folder.
    func names(in path: String, limit: Int = 4096) -> [String] {
        guard let folder = opendir(root + path) else { return [] }
        defer { closedir(folder) }
        var result: [String] = []
        while result.count < limit, let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { result.append(name) }
        }
        return result.sorted()
    }

    /// What a symbolic link points to.
    func link(_ path: String) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1024) { buffer in
            guard let start = buffer.baseAddress else { return nil }
            let count = readlink(root + path, start, buffer.count)
            guard count >= 0 else { return nil }
            return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
        }
    }

    /// Whether there is such a file or folder.
    func exists(_ path: String) -> Bool { access(root + path, F_OK) == 0 }
}
