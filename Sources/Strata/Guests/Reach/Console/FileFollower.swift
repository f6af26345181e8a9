internal import Glibc
internal import Synchronization

/// Reads a file that somebody else writes: what it holds, then what comes, as the kernel tells of it.
///
/// The folder is watched rather than the file, so that a file that is yet to be made, or is made anew, is followed too.
final class FileFollower: Sendable {
    private let path: String
    private let continuation: AsyncStream<[UInt8]>.Continuation
    /// Written to when nobody reads any more; the thread waits for it as for the file.
    private let stop: (reader: Int32, writer: Int32)
    private let position: Mutex<Position>

    private struct Position {
        var file: ino_t = 0
        var offset: off_t = 0
    }

    static func follow(_ path: String, fromStart isFromStart: Bool) -> AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            guard let follower = FileFollower(path, isFromStart, continuation) else { return continuation.finish() }
            let writer = follower.stop.writer
            continuation.onTermination = { _ in close(writer) }
            var thread = pthread_t()
            let box = Unmanaged.passRetained(follower).toOpaque()
            guard pthread_create(&thread, nil, runFollower, box) == 0 else {
                Unmanaged<FileFollower>.fromOpaque(box).release()
                return continuation.finish()
            }
            pthread_detach(thread)
        }
    }

    private init?(_ path: String, _ isFromStart: Bool, _ continuation: AsyncStream<[UInt8]>.Continuation) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        self.path = path
        self.continuation = continuation
        stop = (ends[0], ends[1])
        var state = stat()
        let isThere = stat(path, &state) == 0
        position = Mutex(!isFromStart && isThere ? Position(file: state.st_ino, offset: state.st_size) : Position())
    }

    /// Runs until nobody reads.
    fileprivate func run() {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let notices = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        defer {
            if notices >= 0 { close(notices) }
            close(stop.reader)
            continuation.finish()
        }
        let wanted = UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO)
        guard notices >= 0, inotify_add_watch(notices, folder.isEmpty ? "/" : folder, wanted) >= 0 else {
            return readOn()
        }
        // Watched first, read second: nothing is missed in between.
        repeat { readOn() } while awaitChange(notices)
    }

    private func awaitChange(_ notices: Int32) -> Bool {
        var waits = [
            pollfd(fd: notices, events: Int16(POLLIN), revents: 0), pollfd(fd: stop.reader, events: 0, revents: 0),
        ]
        while poll(&waits, 2, -1) < 0 { guard errno == EINTR else { return false } }
        // What exactly has changed does not matter: the file is looked at anyway.
        var buffer = [UInt8](repeating: 0, count: 4096)
        while read(notices, &buffer, buffer.count) > 0 {}
        return waits[1].revents == 0
    }

    /// How much is handed over at once; the logs that libvirt keeps are smaller.
    private static let longestPiece = 16 << 20

    /// Hands over what has come since the last look, in one piece unless it is very much: who reads a log of several
    /// boots must not take the first of them for the last.
    private func readOn() {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var state = stat()
        guard fstat(descriptor, &state) == 0 else { return }
        position.withLock { position in
            // Another file of that name, or one that was emptied, is read from its start.
            if state.st_ino != position.file || state.st_size < position.offset { position = Position() }
            position.file = state.st_ino
            var buffer = [UInt8](repeating: 0, count: 64 << 10)
            var piece: [UInt8] = []
            while case let count = pread(descriptor, &buffer, buffer.count, position.offset), count > 0 {
                position.offset += count
                piece += buffer[..<count]
                guard piece.count >= Self.longestPiece else { continue }
                continuation.yield(piece)
                piece = []
            }
            if !piece.isEmpty { continuation.yield(piece) }
        }
    }
}

private func runFollower(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    Unmanaged<FileFollower>.fromOpaque(argument).takeRetainedValue().run()
    return nil
}
