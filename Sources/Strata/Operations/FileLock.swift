internal import Glibc

/// A file that one holder has at a time, on one host; it is free, and gone, when the holder is.
final class FileLock: Sendable {
    private let descriptor: Int32
    private let path: String

    /// Takes the lock; `nil` when somebody else has it.
    ///
    /// - Throws: ``Failure`` with kind `noPermission`.
    init?(_ path: String) throws {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw Failure(.noPermission, path, "cannot be written") }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                return nil
            }
            var held = stat(), there = stat()
            // Its last holder may have removed the file in between: then another one is the lock.
            if fstat(descriptor, &held) == 0, stat(path, &there) == 0, held.st_ino == there.st_ino,
                held.st_dev == there.st_dev
            {
                (self.descriptor, self.path) = (descriptor, path)
                return
            }
            close(descriptor)
        }
    }

    deinit {
        unlink(path)
        close(descriptor)
    }
}
