import Glibc

/// Replacing a file in one step: a reader, or a machine that loses power, finds the old text or the new one.
struct AtomicWrite {
    /// The file itself, behind any symbolic link that leads to it.
    private let path: String
    private let folder: String

    init(to path: String) {
        self.path = AtomicWrite.resolved(path)
        folder = FilePath.folder(of: self.path)
    }

    func write(_ bytes: [UInt8]) throws(XMLError) {
        var old = stat()
        let exists = stat(path, &old) == 0
        guard !exists || old.st_mode & S_IFMT == S_IFREG else {
            throw XMLError(.notAFile, "this is not a regular file", file: path)
        }
        let temporary = folder + "/.strata-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        // A secret may be in the text, so until it has the old file's mode only we can read it.
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, exists ? 0o600 : 0o666)
        guard file >= 0 else { throw failure("cannot make a file beside it") }
        let problem = fill(file, bytes, from: exists ? old : nil)
        let closed = close(file) == 0
        if let problem = problem ?? (closed ? nil : failure("cannot be closed")) {
            unlink(temporary)
            throw problem
        }
        guard rename(temporary, path) == 0 else {
            let problem = failure("cannot be replaced")
            unlink(temporary)
            throw problem
        }
        try syncFolder()
    }

    private func fill(_ file: Int32, _ bytes: [UInt8], from old: stat?) -> XMLError? {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return failure("cannot be written") }
            written += count
        }
        if let old {
            // The owner is kept where we may; without the right to, the file is simply ours.
            _ = fchown(file, old.st_uid, old.st_gid)
            guard fchmod(file, old.st_mode & 0o7777) == 0 else { return failure("cannot be given its mode") }
        }
        return fsync(file) == 0 ? nil : failure("cannot be brought to disk")
    }

    /// The rename itself is only safe when the folder is on disk.
    private func syncFolder() throws(XMLError) {
        let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { return }
        defer { close(handle) }
        // Some file systems cannot sync a folder; the new file is complete all the same.
        if fsync(handle) != 0, errno != EINVAL, errno != ENOTSUP {
            throw failure("its folder cannot be brought to disk")
        }
    }

    private func failure(_ what: String) -> XMLError {
        XMLError(.unwritable, "\(what): \(String(cString: strerror(errno)))", file: path)
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
