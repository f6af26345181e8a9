import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    @Suite("Backups and checkpoints") struct BackupTests {
        @Test func anIncrementalBackupHoldsOnlyWhatChanged() async throws {
            try await IdleGuest.with("d2-backup") { idle in
                try await idle.write(17, atKiB: 0, count: 1024)
                try await backUp(idle, to: "full.qcow2", checkpoint: "first")
                try await idle.write(34, atKiB: 0)
                let size = try await idle.guest.checkpoint(named: "first").xml(includesDomain: false, sizes: true)
                #expect(size.contains("size='65536'"), "\(size)")
                try await backUp(idle, to: "more.qcow2", since: "first", checkpoint: "second")
                let job = try await idle.guest.lastJobStatistics()
                #expect(job.type == .completed)
                #expect(job.operation == .backup)
                #expect(job.succeeded == true)
                #expect(job.disk.total == .kibibytes(64), "\(job)")

                let checkpoints = try await idle.guest.checkpoints(.topological)
                #expect(checkpoints.map(\.name) == ["first", "second"])
                #expect(try await checkpoints[1].parent() == checkpoints[0])
                try await idle.guest.forceOff()
                #expect(try await IdleGuest.holds(idle.path("full.qcow2"), 17, atKiB: 0))
                #expect(try await IdleGuest.holds(idle.path("more.qcow2"), 34, atKiB: 0))
                let map = try await IdleGuest.run(
                    "/usr/bin/qemu-img", "map", "--output=json", idle.path("more.qcow2"))
                #expect(map.contains("\"start\": 0, \"length\": 65536, \"depth\": 0"), "\(map)")
            }
        }

        @Test func aCheckpointIsMadeAndDeletedOnItsOwn() async throws {
            try await IdleGuest.with("d2-mark") { idle in
                let mark = try await idle.guest.createCheckpoint(document("mark"))
                try await idle.write(17, atKiB: 0)
                #expect(try await mark.xml(sizes: true).contains("size='65536'"))
                #expect(try mark.domain == idle.guest)
                try await mark.delete()
                #expect(try await idle.guest.checkpoints().isEmpty)
                let error = await #expect(throws: LibvirtError.self) { _ = try await mark.xml() }
                #expect(error?.code == .noDomainCheckpoint)
            }
        }

        @Test func aBackupToBePulledLastsUntilItIsAborted() async throws {
            try await IdleGuest.with("d2-pulled") { idle in
                let socket = idle.path("sockets") + "/nbd"
                try FileManager.default.createDirectory(
                    atPath: idle.path("sockets"), withIntermediateDirectories: false,
                    attributes: [.posixPermissions: 0o777])
                try await idle.guest.beginBackup(
                    """
                    <domainbackup mode='pull'><server transport='unix' socket='\(socket)'/><disks>
                    <disk name='hda' backup='yes' type='file'><driver type='qcow2'/>
                    <scratch file='\(idle.path("scratch"))'/></disk></disks></domainbackup>
                    """)
                #expect(try await idle.guest.readOnly.backupXML().contains("mode='pull'"))
                #expect(try await idle.guest.jobStatistics().operation == .backup)
                #expect(FileManager.default.fileExists(atPath: socket))
                try await idle.guest.abortJob()
                let hasEnded = try await eventually { try await idle.guest.jobStatistics().type == .noJob }
                #expect(hasEnded)
                let error = await #expect(throws: LibvirtError.self) { _ = try await idle.guest.backupXML() }
                #expect(error?.code == .noDomainBackup)
            }
        }

        @Test func aGuestThatIsOffCannotBeBackedUp() async throws {
            try await IdleGuest.with("d2-off", isStarted: false) { idle in
                let error = await #expect(throws: LibvirtError.self) {
                    try await idle.guest.beginBackup("<domainbackup/>")
                }
                #expect(error?.code == .operationUnsupported)
                let mark = await #expect(throws: LibvirtError.self) {
                    _ = try await idle.guest.createCheckpoint(document("mark"))
                }
                #expect(mark?.code == .operationUnsupported)
            }
        }

        private func document(_ name: String) -> String {
            """
            <domaincheckpoint><name>\(name)</name><disks><disk name='hda' checkpoint='bitmap'/></disks>
            </domaincheckpoint>
            """
        }

        private func backUp(
            _ idle: IdleGuest, to file: String, since checkpoint: String? = nil, checkpoint next: String
        ) async throws {
            let since = checkpoint.map { "<incremental>\($0)</incremental>" } ?? ""
            try await idle.guest.beginBackup(
                """
                <domainbackup>\(since)<disks><disk name='hda' backup='yes' type='file'><driver type='qcow2'/>
                <target file='\(idle.path(file))'/></disk></disks></domainbackup>
                """, checkpoint: document(next))
            let hasEnded = try await eventually { try await idle.guest.jobStatistics().type == .noJob }
            try #require(hasEnded)
        }
    }
}
