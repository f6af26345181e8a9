internal import FoundationEssentials
internal import Glibc
internal import Quantities

/// Contents on their way into the store: a file that is locked while its process lives, with its checksums.
///
/// What has arrived stays when the process dies, with a note on the version that it is of.
final class PartFile {
    /// Which version of its source the file has a part of, by what the server said.
    struct Version: Codable, Hashable {
        var etag: String?
        var modified: String?

        /// What a server must hold still for the rest to fit; `nil` where it does not tell versions apart.
        var condition: String? { etag.flatMap { $0.hasPrefix("W/") ? nil : $0 } ?? modified }
    }

    let path: String
    private let descriptor: Int32
    private(set) var length: UInt64 = 0
    private var digests: [ChecksumAlgorithm: RunningDigest]
    private let algorithms: Set<ChecksumAlgorithm>
    private var notes: String { path + ".json" }

    private init(path: String, descriptor: Int32, algorithms: Set<ChecksumAlgorithm>) throws {
        (self.path, self.descriptor, self.algorithms) = (path, descriptor, algorithms)
        digests = try Self.digests(algorithms)
    }

    deinit { close(descriptor) }

    /// Opens the part of a source, and locks it; `nil` while another process has it.
    static func open(_ path: String, _ algorithms: Set<ChecksumAlgorithm>) throws -> PartFile? {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw Failure(opening: path, error: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, isStillThere(path, descriptor) else {
            close(descriptor)
            return nil
        }
        return try PartFile(path: path, descriptor: descriptor, algorithms: algorithms)
    }

    /// Whoever had the lock may have moved the file into the store in the meantime.
    private static func isStillThere(_ path: String, _ descriptor: Int32) -> Bool {
        var ours = stat(), there = stat()
        return fstat(descriptor, &ours) == 0 && stat(path, &there) == 0 && ours.st_ino == there.st_ino
    }

    private static func digests(_ algorithms: Set<ChecksumAlgorithm>) throws -> [ChecksumAlgorithm: RunningDigest] {
        try Dictionary(uniqueKeysWithValues: algorithms.map { ($0, try RunningDigest($0)) })
    }

    /// The version of which there is a part already; `nil` where nothing can be gone on with.
    func resumableVersion() -> Version? {
        guard let file = try? LocalFile(path), file.size > 0, let data = FileManager.default.contents(atPath: notes),
            let version = try? JSONDecoder().decode(Version.self, from: data), version.condition != nil
        else { return nil }
        return version
    }

    /// Takes what is in the file already as the beginning.
    func readWhatIsThere(_ progress: () -> Void = {}) throws {
        try rewind()
        let file = try LocalFile(path)
        try file.forEachPiece { piece in
            for digest in digests.values { digest.add(piece) }
            length += UInt64(piece.count)
            progress()
        }
    }

    /// Makes the file another one's, block by block, where the file system can; answers whether it could.
    func share(with file: LocalFile) -> Bool {
        let cloneFile: UInt = 0x4004_9409  // FICLONE, a macro with a cast
        return ioctl(descriptor, cloneFile, file.descriptor) == 0
    }

    /// Whether a process is working on the part.
    static func isInUse(_ path: String) -> Bool {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) != 0
    }

    /// Begins anew, with contents of that version.
    func begin(_ version: Version) throws {
        try rewind()
        guard ftruncate(descriptor, 0) == 0 else { throw unwritable }
        try? JSONEncoder().encode(version).write(to: URL(filePath: notes), options: .atomic)
    }

    private func rewind() throws {
        (length, digests) = (0, try Self.digests(algorithms))
    }

    /// Adds bytes; long runs of zeros are left out of the file, and are zeros all the same.
    func append(_ bytes: UnsafeRawBufferPointer) throws {
        for digest in digests.values { digest.add(bytes) }
        let isHole = bytes.count >= 4096 && bytes.allSatisfy { $0 == 0 }
        var done = isHole ? bytes.count : 0
        while done < bytes.count {
            let count = pwrite(
                descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(length) + off_t(done))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw unwritable }
            done += count
        }
        length += UInt64(bytes.count)
    }

    /// Brings everything to disk; answers the checksums.
    func finish() throws -> [ChecksumAlgorithm: String] {
        guard ftruncate(descriptor, off_t(length)) == 0, fsync(descriptor) == 0 else { throw unwritable }
        return digests.mapValues { $0.finish() }
    }

    /// Makes it the contents in the store.
    func move(to content: String) throws {
        guard fchmod(descriptor, 0o644) == 0, rename(path, content) == 0 else { throw unwritable }
        unlink(notes)
    }

    /// Leaves nothing of it.
    func remove() {
        unlink(path)
        unlink(notes)
    }

    private var unwritable: Failure {
        let error = errno
        let isFull = [ENOSPC, EDQUOT, EFBIG].contains(error)
        if isFull { remove() }
        return Failure(
            isFull ? .failed : .noPermission, path, String(cString: strerror(error)),
            hint: isFull ? "make room on that file system; strata image list shows what is kept" : nil)
    }

    /// Refuses to begin what cannot fit.
    func makeSureThereIsRoom(for count: UInt64) throws {
        var system = statvfs()
        guard fstatvfs(descriptor, &system) == 0 else { return }
        let free = UInt64(system.f_bavail) * UInt64(system.f_frsize)
        guard count > free else { return }
        remove()
        throw Failure(
            .failed, path, "\(ByteCount.bytes(count)) are needed there, and \(ByteCount.bytes(free)) are free",
            hint: "make room on that file system; strata image list shows what is kept")
    }
}
