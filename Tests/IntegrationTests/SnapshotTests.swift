import Libvirt
import Testing
import TestSupport

extension RealGuests {
    @Suite("Snapshots") struct SnapshotTests {
        @Test func aSnapshotWithMemoryBringsDiskAndStateBack() async throws {
            try await IdleGuest.with("d2-snapshot") { idle in
                try await idle.write(17, atKiB: 0)
                let before = try await idle.guest.createSnapshot("<domainsnapshot><name>before</name></domainsnapshot>")
                try await idle.write(34, atKiB: 0)
                try await idle.guest.forceOff()
                #expect(try await IdleGuest.holds(idle.disk, 34, atKiB: 0))

                try await before.revert()
                #expect(try await idle.guest.state().reason == .running(.fromSnapshot))
                try await idle.guest.forceOff()
                #expect(try await IdleGuest.holds(idle.disk, 17, atKiB: 0))
                #expect(try await before.isCurrent)
                #expect(try await idle.guest.snapshots([.internal, .active]).map(\.name) == ["before"])
                try await before.delete()
                let inside = try await IdleGuest.run("/usr/bin/qemu-img", "snapshot", "-l", idle.disk)
                #expect(!inside.contains("before"))
            }
        }

        @Test func aDiskSnapshotPutsAFileOnTop() async throws {
            try await IdleGuest.with("d2-external") { idle in
                let made = try await idle.guest.createSnapshot(
                    """
                    <domainsnapshot><name>outside</name><disks><disk name='hda' snapshot='external'>
                    <source file='\(idle.path("top.qcow2"))'/></disk></disks></domainsnapshot>
                    """, .diskOnly)
                #expect(try await idle.guest.xml().contains(idle.path("top.qcow2")))
                #expect(try await idle.guest.snapshots([.external, .diskOnly]) == [made])
                try await made.delete(.metadataOnly)
                #expect(try await idle.guest.snapshots().isEmpty)
                #expect(try await idle.guest.xml().contains(idle.path("top.qcow2")))
            }
        }

        @Test func aSnapshotThatTheGuestCannotHaveIsRefused() async throws {
            try await IdleGuest.with("d2-quiesce") { idle in
                let error = await #expect(throws: LibvirtError.self) {
                    _ = try await idle.guest.createSnapshot(
                        "<domainsnapshot><name>x</name></domainsnapshot>", [.diskOnly, .quiesce])
                }
                #expect(
                    error?.code == .argumentUnsupported || error?.code == .agentUnresponsive,
                    "\(error.debugDescription)")
                #expect(error?.call == "virDomainSnapshotCreateXML")
                let snapshots = try await idle.guest.snapshots()
                #expect(snapshots.isEmpty)
            }
        }
    }
}
