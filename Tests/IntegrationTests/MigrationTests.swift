import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    @Suite("Migration") struct MigrationTests {
        @Test func theLimitsOfAMigrationAreSetAndRead() async throws {
            try await IdleGuest.with("d2-limits") { idle in
                try await idle.guest.setMaximumMigrationDowntime(.milliseconds(450))
                #expect(try await idle.guest.readOnly.maximumMigrationDowntime() == .milliseconds(450))
                try await idle.guest.setMaximumMigrationSpeed(.mebibytes(77))
                #expect(try await idle.guest.maximumMigrationSpeed() == .mebibytes(77))
                try await idle.guest.setMaximumMigrationSpeed(.mebibytes(33), .postCopy)
                #expect(try await idle.guest.maximumMigrationSpeed(.postCopy) == .mebibytes(33))
                try await idle.guest.setMigrationCompressionCache(.mebibytes(16))
                #expect(try await idle.guest.readOnly.migrationCompressionCache() == .mebibytes(16))
            }
        }

        @Test func aMigrationToNowhereLeavesTheGuestWhereItIs() async throws {
            try await IdleGuest.with("d2-nowhere") { idle in
                let error = await #expect(throws: LibvirtError.self) {
                    try await idle.guest.migrate(
                        toURI: "qemu+tcp://127.0.0.1:1/system", MigrationParameters(), [.peerToPeer, .live, .unsafe])
                }
                #expect(error?.call == "virDomainMigrateToURI3")
                #expect(error?.code == .systemError, "\(String(describing: error))")
                let same = await #expect(throws: LibvirtError.self) {
                    try await idle.guest.migrate(to: idle.host, MigrationParameters(), [.live, .unsafe])
                }
                #expect(same?.call == "virDomainMigrate3")
                #expect(same?.code == .internalError, "\(String(describing: same))")
                let here = try await idle.guest.state()
                #expect(here.state == .running)
            }
        }

        @Test func aMigrationThatCouldLoseDataIsRefused() async throws {
            try await IdleGuest.with("d2-unsafe") { idle in
                let error = await #expect(throws: LibvirtError.self) {
                    try await idle.guest.migrate(toURI: "qemu+tcp://127.0.0.1:1/system", .init(), [.peerToPeer, .live])
                }
                #expect(error != nil)
                let post = await #expect(throws: LibvirtError.self) { try await idle.guest.startPostCopy() }
                #expect(post?.code == .operationInvalid)
                #expect(post?.call == "virDomainMigrateStartPostCopy")
            }
        }

        @Test func aGuestMovesToAnotherHostAndTheDaemonMovesItAsWell() async throws {
            try await IdleGuest.with("d2-move") { idle in
                try await withSecondHost { other, uri, folder in
                    var parameters = MigrationParameters()
                    parameters.uri = "unix://\(folder.appending(path: "first").path)"
                    parameters.destinationName = "d2-moved"
                    let moved = try await idle.guest.migrate(to: other, parameters, [.live, .unsafe])
                    #expect(moved.name == "d2-moved")
                    #expect(try await moved.state() == DomainCondition(state: .running, reason: .running(.migrated)))
                    #expect(try await idle.guest.state().reason == .shutOff(.migrated))
                    let job = try await moved.lastJobStatistics()
                    #expect(job.operation == .migrationIn)
                    #expect(job.downtime ?? .zero > .zero)
                    #expect(job.memory.total ?? .zero >= .mebibytes(32))
                    try await moved.forceOff()

                    try await idle.guest.start()
                    parameters.uri = "unix://\(folder.appending(path: "second").path)"
                    parameters.destinationName = nil
                    try await idle.guest.migrate(toURI: uri, parameters, [.peerToPeer, .live, .unsafe])
                    let there = try await other.domain(named: "d2-move")
                    #expect(there.uuid == idle.guest.uuid)
                    #expect(try await there.isActive)
                    #expect(try await idle.guest.isActive == false)
                    try await there.forceOff()
                }
            }
        }

        @Test func cancellingAMigrationLeavesTheGuestWhereItIs() async throws {
            // A kernel that waits in its memory, so that there is something to move.
            try await RealGuests.withGuests("d2-stay") { host in
                let definition = try await Tool.strata.run("render", RealGuests.example("hello")).output
                let xml = definition.replacingOccurrences(of: "<name>hello<", with: "<name>d2-stay<")
                    .replacingOccurrences(of: "type='kvm'", with: "type='qemu'")
                let guest = try await host.createTransient(xml)
                try await withSecondHost { other, _, folder in
                    var parameters = MigrationParameters()
                    parameters.uri = "unix://\(folder.appending(path: "slow").path)"
                    parameters.bandwidth = .mebibytes(1)
                    let moving = Task { [parameters] in try await guest.migrate(to: other, parameters, .live) }
                    let hasBegun = try await eventually {
                        let job = try await guest.jobStatistics()
                        return job.operation == .migrationOut && job.memory.processed ?? .zero > .zero
                    }
                    #expect(hasBegun)
                    moving.cancel()
                    await #expect(throws: CancellationError.self) { _ = try await moving.value }
                    #expect(try await guest.state().state == .running)
                    #expect(try await other.domains().isEmpty)
                }
            }
        }

        /// Runs `body` with another host, its URI and a folder where both hosts' QEMU can make sockets.
        private func withSecondHost(_ body: (Connection, String, URL) async throws -> Void) async throws {
            try await withTemporaryFolder { folder in
                let sockets = folder.appending(path: "sockets")
                try FileManager.default.createDirectory(
                    at: sockets, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o777])
                let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                    .appending(path: "../Lab/second-daemon").standardizedFileURL.path
                // The line that is still to come ends it.
                let daemon = try Tool(path: script).start([folder.path], input: " ")
                let answers = await eventually { daemon.outputSoFar.hasSuffix("\n") }
                try #require(answers)
                let uri = daemon.outputSoFar.trimmingCharacters(in: .newlines)
                let other = try await Connection.open(uri)
                func end() async throws {
                    await other.close()
                    try daemon.type("\n")
                    #expect(try await daemon.outcome().status == 0)
                }
                do { try await body(other, uri, sockets) } catch {
                    try await end()
                    throw error
                }
                try await end()
            }
        }
    }
}
