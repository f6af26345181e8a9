import Foundation
import Libvirt
import Testing
import TestSupport

/// In processes of their own: a process uses either connections or administration.
@Suite("Administration", .serialized) struct AdminTests {
    @Test func theSystemsDaemonShowsItsServersAndClients() async {
        await #expect(processExitsWith: .success) {
            let daemon = try await AdminConnection.open("libvirtd:///system")
            #expect(try await daemon.isAlive)
            #expect(try await daemon.uri == "libvirtd:///system")
            #expect(try await daemon.libvirtVersion == Version.libvirtClient)
            #expect(try await daemon.servers().map(\.name).sorted() == ["admin", "libvirtd"])
            let server = try await daemon.server(named: "libvirtd")

            // A client of another process, so that its number is known.
            let other = try Tool(path: "/usr/bin/virsh").start([
                "-r", "-c", "qemu:///system", "event", "--all", "--loop",
            ])
            defer { other.end(ifStill: "--loop") }
            let pid = other.processID
            var client: AdminClient?
            #expect(
                try await eventually {
                    for candidate in try await server.clients() {
                        // Clients of other tests may be gone before they are asked.
                        if (try? await candidate.info())?.processID == pid { client = candidate }
                    }
                    return client != nil
                })
            let found = try #require(client)
            let info = try await found.info()
            #expect(info.isReadOnly)
            #expect(info.userName == "root" && info.userID == 0 && info.groupName == "root" && info.groupID == 0)
            #expect(info.saslUserName == nil && info.certificateName == nil)
            #expect(found.transport == .unix)
            #expect(abs(try #require(found.connectionTime).timeIntervalSinceNow) < 60)
            #expect(try await server.client(id: found.id).info().processID == pid)

            try await found.disconnect()
            let ended = try await withDeadline(.seconds(20), waitingFor: "virsh to notice") {
                try await other.outcome()
            }
            #expect(ended.status != 0)
            let error = await #expect(throws: LibvirtError.self) { _ = try await server.client(id: found.id) }
            #expect(error?.code == .noClient)
            #expect(error?.subject == "client \(found.id)")
            await daemon.close()
        }
    }

    @Test func theSystemsDaemonShowsItsPoolAndLimits() async {
        await #expect(processExitsWith: .success) {
            let daemon = try await AdminConnection.open("libvirtd:///system")
            let server = try await daemon.server(named: "libvirtd")
            let pool = try await server.threadPool()
            #expect(pool.minimum <= pool.current && pool.current <= pool.maximum)
            #expect(pool.free <= pool.current && pool.priority > 0)
            let limits = try await server.clientLimits()
            #expect(limits.current <= limits.maximum && limits.maximumUnauthenticated <= limits.maximum)
            #expect(try await !daemon.loggingOutputs().isEmpty)
            let error = await #expect(throws: LibvirtError.self) { _ = try await daemon.server(named: "nonsense") }
            #expect(error?.code == .noServer)
            #expect(error?.subject == "server 'nonsense'")
            await daemon.close()
        }
    }

    @Test func limitsChange() async {
        await #expect(processExitsWith: .success) {
            try await PrivateDaemon.with { _, connection in
                let server = try await connection.server(named: "virtlockd")
                let before = try await server.clientLimits()
                try await server.setClientLimits(maximum: before.maximum + 7)
                #expect(try await server.clientLimits().maximum == before.maximum + 7)
                try await server.setClientLimits(maximum: 30, maximumUnauthenticated: 20)
                let limits = try await server.clientLimits()
                #expect(limits.maximum == 30 && limits.maximumUnauthenticated == 20)
                let refused = await #expect(throws: LibvirtError.self) {
                    try await server.setClientLimits(maximum: 5, maximumUnauthenticated: 20)
                }
                #expect(refused?.call == "virAdmServerSetClientLimits")
                #expect(try await server.clientLimits() == limits)
                try await server.setClientLimits()

                let error = await #expect(throws: LibvirtError.self) { try await server.setThreadPool(maximum: 5) }
                // This daemon has no threads to share out.
                #expect(error?.code == .invalidArgument)
                #expect(error?.call == "virAdmServerSetThreadPoolParameters")
            }
        }
    }

    @Test func theThreadPoolChanges() async {
        await #expect(processExitsWith: .success) {
            let daemon = try await AdminConnection.open("libvirtd:///system")
            let server = try await daemon.server(named: "libvirtd")
            let before = try await server.threadPool()
            // One thread more for a moment, on a daemon that others use too.
            try await server.setThreadPool(maximum: before.maximum + 1, priority: before.priority + 1)
            let changed = try await server.threadPool()
            try await server.setThreadPool(maximum: before.maximum, priority: before.priority)
            #expect(changed.maximum == before.maximum + 1)
            #expect(changed.priority == before.priority + 1)
            #expect(changed.minimum == before.minimum)
            let error = await #expect(throws: LibvirtError.self) { try await server.setThreadPool(minimum: 500) }
            #expect(error?.call == "virAdmServerSetThreadPoolParameters")
            let after = try await server.threadPool()
            #expect(after.maximum == before.maximum && after.minimum == before.minimum)
            try await server.setThreadPool()
            await daemon.close()
        }
    }

    @Test func loggingChanges() async {
        await #expect(processExitsWith: .success) {
            try await PrivateDaemon.with { daemon, connection in
                #expect(try await connection.loggingFilters().isEmpty)
                try await connection.setLoggingFilters(["1:locking", "3:rpc"])
                #expect(try await connection.loggingFilters() == ["1:*locking*", "3:*rpc*"])
                try await connection.setLoggingFilters([])
                #expect(try await connection.loggingFilters().isEmpty)
                let log = daemon.folder.path + "/log"
                try await connection.setLoggingOutputs(["1:file:\(log)"])
                #expect(try await connection.loggingOutputs() == ["1:file:\(log)"])
                try await connection.setLoggingFilters(["1:rpc"])
                _ = try await connection.servers()
                #expect(try String(contentsOfFile: log, encoding: .utf8).contains("debug : virNet"))
                let error = await #expect(throws: LibvirtError.self) { try await connection.setLoggingOutputs(["9:x"]) }
                #expect(error?.call == "virAdmConnectSetLoggingOutputs")
                #expect(try await connection.loggingOutputs() == ["1:file:\(log)"])
                let blank = await #expect(throws: LibvirtError.self) {
                    try await connection.setLoggingFilters(["1:a b"])
                }
                #expect(blank?.code == .invalidArgument && blank?.call == nil)
            }
        }
    }

    @Test func aServerWithoutTLSRefusesNewCertificates() async {
        await #expect(processExitsWith: .success) {
            try await PrivateDaemon.with { _, connection in
                let server = try await connection.server(named: "virtlockd")
                let error = await #expect(throws: LibvirtError.self) { try await server.updateTLSFiles() }
                #expect(error?.call == "virAdmServerUpdateTlsFiles")
                #expect(error?.subject == "server 'virtlockd'")
            }
        }
    }

    @Test func aConnectionThatIsCutOffSaysSo() async {
        await #expect(processExitsWith: .success) {
            try await PrivateDaemon.with { daemon, connection in
                let victim = try await AdminConnection.open(daemon.uri)
                let waits = (1...3).map { _ in Task { try await victim.waitUntilClosed() } }
                let given = Task { try await victim.waitUntilClosed() }
                try await Task.sleep(for: .milliseconds(100))
                given.cancel()
                await #expect(throws: CancellationError.self) { try await given.value }
                let admin = try await connection.server(named: "admin")
                let newest = try #require(try await admin.clients().max { $0.id < $1.id })
                try await newest.disconnect()
                for wait in waits {
                    let reason = try await withDeadline(.seconds(20), waitingFor: "the end") { try await wait.value }
                    #expect(reason == .eof)
                }
                #expect(try await !victim.isAlive)
                #expect(try await victim.waitUntilClosed() == .eof)
                #expect(await victim.close() == 0)
            }
        }
    }

    @Test func closingEndsThoseWhoWait() async {
        await #expect(processExitsWith: .success) {
            try await PrivateDaemon.with { daemon, _ in
                let connection = try await AdminConnection.open(daemon.uri)
                let wait = Task { try await connection.waitUntilClosed() }
                try await Task.sleep(for: .milliseconds(100))
                #expect(await connection.close() == 0)
                #expect(try await wait.value == .client)
                let error = await #expect(throws: LibvirtError.self) { _ = try await connection.servers() }
                #expect(error?.code == .invalidConnection)
            }
        }
    }

    @Test func aDaemonEndsAfterItsTimeout() async {
        await #expect(processExitsWith: .success) {
            try await PrivateDaemon.with { daemon, connection in
                let error = await #expect(throws: LibvirtError.self) {
                    try await connection.setDaemonTimeout(.milliseconds(500))
                }
                #expect(error?.code == .invalidArgument)
                try await connection.setDaemonTimeout(.seconds(60))
                try await connection.setDaemonTimeout(nil)
                try await connection.setDaemonTimeout(.seconds(1))
                await connection.close()
                let process = daemon.process
                let ended = try await withDeadline(.seconds(30), waitingFor: "virtlockd to end") {
                    try await process.outcome()
                }
                #expect(ended.status == 0)
            }
        }
    }
}
