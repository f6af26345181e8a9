import Foundation
import Testing

/// A socket that everybody may connect to, behind which is that of libvirt's system daemon.
///
/// So a user whom the daemon would not talk to has a connection and nothing else: what it sees of the host it sees as
/// that user.
struct SocketRelay {
    /// The connection's URI.
    let uri: String

    /// Runs `body` while the relay stands, with its socket in that folder.
    static func run<Result>(in folder: URL, _ body: (SocketRelay) async throws -> Result) async throws -> Result {
        let sockets = ["/run/libvirt/libvirt-sock", "/run/libvirt/virtqemud-sock"]
        let daemon = try #require(sockets.first { FileManager.default.fileExists(atPath: $0) })
        let path = folder.appending(path: "libvirt-sock").path
        let listener = try socket(at: path, bind)
        defer {
            shutdown(listener, Int32(SHUT_RDWR))
            close(listener)
        }
        try #require(chmod(path, 0o777) == 0 && listen(listener, 8) == 0)
        Thread.detachNewThread {
            while case let client = accept(listener, nil, nil), client >= 0 {
                guard let server = try? socket(at: daemon, connect) else {
                    close(client)
                    continue
                }
                Thread.detachNewThread { relay(client, server) }
            }
        }
        return try await body(SocketRelay(uri: "qemu:///system?socket=\(path)"))
    }

    private static func socket(
        at path: String, _ use: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let descriptor = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { use(descriptor, $0, size) }
        }
        try #require(result == 0, "\(path): \(String(cString: strerror(errno)))")
        return descriptor
    }

    /// Passes everything on until one of the two has ended.
    private static func relay(_ one: Int32, _ other: Int32) {
        defer {
            close(one)
            close(other)
        }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            var ends = [one, other].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&ends, 2, -1) > 0 else { return }
            for (from, to) in [(0, 1), (1, 0)] where ends[from].revents != 0 {
                let count = read(ends[from].fd, &bytes, bytes.count)
                guard count > 0, write(ends[to].fd, bytes, count) == count else { return }
            }
        }
    }
}
