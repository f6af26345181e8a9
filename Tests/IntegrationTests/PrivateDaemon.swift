import Foundation
import Libvirt
import TestSupport

/// A virtlockd of the test's own, whose administration may be changed at will.
///
/// It sees a folder of the test where other programs see libvirt's sockets, and so touches no other daemon.
struct PrivateDaemon {
    let folder: URL
    let process: Running

    var uri: String { "virtlockd:///system?socket=\(folder.path)/run/virtlockd-admin-sock" }
    var socket: String { folder.path + "/run/virtlockd-sock" }

    static func with<Result>(_ body: (PrivateDaemon, AdminConnection) async throws -> Result) async throws -> Result {
        try await withTemporaryFolder { folder in
            let run = folder.appending(path: "run")
            try FileManager.default.createDirectory(at: run, withIntermediateDirectories: true)
            let configuration = try folder.file("virtlockd.conf", "log_outputs=\"3:stderr\"\n")
            let script = """
                mount --bind '\(run.path)' /run/libvirt && \
                exec virtlockd -f '\(configuration)' -p '\(folder.path)/pid'
                """
            let process = try Tool(path: "/usr/bin/unshare").start(["--mount", "sh", "-c", script])
            let daemon = PrivateDaemon(folder: folder, process: process)
            defer { process.end(ifStill: folder.path) }
            var connection: AdminConnection?
            _ = await eventually {
                connection = try? await AdminConnection.open(daemon.uri)
                return connection != nil
            }
            // The last try says what is wrong.
            let opened = if let connection { connection } else { try await AdminConnection.open(daemon.uri) }
            do {
                let result = try await body(daemon, opened)
                await opened.close()
                return result
            } catch {
                await opened.close()
                throw error
            }
        }
    }
}
