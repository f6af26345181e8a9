internal import Glibc

/// Standard output, for data only, and standard error, for everything else.
struct StandardStream: Sendable {
    static let output = StandardStream(descriptor: 1)
    static let error = StandardStream(descriptor: 2)

    let descriptor: Int32

    /// Whether a person reads it.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// How wide and high the terminal is; `nil` where there is none.
    var size: (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// How wide the terminal is; `nil` where there is none.
    var width: Int? { size?.columns }

    /// Whether colours are wanted: only on a terminal, and never under NO_COLOR, which counts unless it is empty.
    var wantsColour: Bool { isTerminal && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true) }

    func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes all bytes; what a reader that went away does not take is dropped.
    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                Glibc.poll(&poll, 1, -1)
            } else if errno != EINTR {
                return
            }
        }
    }
}
