import Foundation
import Libvirt
import Synchronization
import TestSupport

/// A libvirt daemon of the tests' own, with its socket and files in a folder of its own, which may be killed.
///
/// It is a session daemon, of the user who runs the tests or, where that is root, of `nobody`: it needs no privileges,
/// touches nothing of the host, and has libvirt's test driver like any other.
final class PrivateLibvirtd: Sendable {
    private static let nobody = 65534
    private let folder: URL
    private let running = Mutex<Running?>(nil)

    /// Runs `body` with a daemon that runs, and kills it afterwards whatever happens.
    static func with(_ body: (PrivateLibvirtd) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let daemon = try PrivateLibvirtd(in: folder)
            do {
                try await daemon.start()
                try await body(daemon)
                try await daemon.kill()
            } catch {
                try await daemon.kill()
                throw error
            }
        }
    }

    private init(in parent: URL) throws {
        folder = parent.appending(path: "daemon")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = try folder.file("libvirtd.conf", "auth_unix_ro = \"none\"\nauth_unix_rw = \"none\"\n")
        if geteuid() == 0 {
            try FileManager.default.setAttributes([.ownerAccountID: Self.nobody], ofItemAtPath: folder.path)
        }
    }

    /// A host of libvirt's test driver inside the daemon.
    var uri: String { "test+unix:///default?socket=\(folder.path)/libvirt/libvirt-sock" }

    /// Starts the daemon and waits until it answers.
    func start() async throws {
        let variables = ["HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"]
        let environment = Dictionary(uniqueKeysWithValues: variables.map { ($0, folder.path) })
        let libvirtd = ["libvirtd", "--config", "\(folder.path)/libvirtd.conf", "--pid-file", "\(folder.path)/pid"]
        let setpriv = ["setpriv", "--reuid=\(Self.nobody)", "--regid=\(Self.nobody)", "--clear-groups"]
        let command = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"] + (geteuid() == 0 ? setpriv : []) + libvirtd
        let process = try Tool(path: "/usr/bin/env").start(command, environment: environment)
        running.withLock { $0 = process }
        let answers = await eventually(within: .seconds(240)) {
            guard let host = try? await ReadOnlyConnection.open(uri) else { return false }
            await host.close()
            return true
        }
        if !answers {
            process.signal(SIGKILL)
            throw LibvirtError(code: .noConnection, message: try await process.outcome().errors)
        }
    }

    /// Kills the daemon as no daemon wants to go; does nothing when it does not run.
    func kill() async throws {
        guard let process = running.withLock({ $0.take() }) else { return }
        process.signal(SIGKILL)
        _ = try await process.outcome()
    }
}
