internal import Glibc
internal import Libvirt

/// Whether somebody answers at an address.
enum PortProbe {
    /// What came of knocking.
    enum Answer: Hashable, Sendable {
        /// A server greeted, with these first words.
        case greeting(String)
        /// A server took the call and says nothing.
        case open
        /// Nobody serves there, but somebody is at home to say so.
        case refused
        /// No answer.
        case silence

        /// Whether it shows that a kernel with that address runs.
        var isAnswer: Bool { self != .silence }
    }

    /// Knocks at a port over TCP and waits for the first line of a greeting.
    ///
    /// - Parameters:
    ///   - address: The address, in digits.
    ///   - port: The port, such as 22.
    ///   - limit: How long to wait for each of the two.
    /// - Returns: What came of it; no answer is no error.
    static func knock(_ address: String, _ port: UInt16, limit: Duration = .seconds(3)) async -> Answer {
        await withTaskExecutorPreference(BlockingExecutor.shared) { knockNow(address, port, limit) }
    }

    private static func knockNow(_ address: String, _ port: UInt16, _ limit: Duration) -> Answer {
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(address, "\(port)", &hints, &found) == 0, let info = found else { return .silence }
        defer { freeaddrinfo(found) }
        let kind = info.pointee.ai_socktype | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let socket = socket(info.pointee.ai_family, kind, info.pointee.ai_protocol)
        guard socket >= 0 else { return .silence }
        defer { close(socket) }
        if connect(socket, info.pointee.ai_addr, info.pointee.ai_addrlen) != 0 {
            guard errno == EINPROGRESS else { return errno == ECONNREFUSED ? .refused : .silence }
            guard wait(socket, POLLOUT, limit) else { return .silence }
        }
        var problem: Int32 = 0
        var size = socklen_t(MemoryLayout.size(ofValue: problem))
        getsockopt(socket, SOL_SOCKET, SO_ERROR, &problem, &size)
        guard problem == 0 else { return problem == ECONNREFUSED ? .refused : .silence }
        guard wait(socket, POLLIN, limit) else { return .open }
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = recv(socket, &buffer, buffer.count, 0)
        guard count > 0 else { return .open }
        return .greeting(ConsoleText.readable(buffer[..<count].prefix { $0 != UInt8(ascii: "\n") }))
    }

    private static func wait(_ socket: Int32, _ events: Int32, _ limit: Duration) -> Bool {
        var wait = pollfd(fd: socket, events: Int16(events), revents: 0)
        let milliseconds = limit.components.seconds * 1000 + limit.components.attoseconds / 1_000_000_000_000_000
        return poll(&wait, 1, Int32(clamping: milliseconds)) > 0
    }
}
