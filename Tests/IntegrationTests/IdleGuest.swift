import Foundation
import Libvirt
import Testing
import TestSupport

/// A guest with a disk and nothing to boot from: its firmware waits for ever, and what is on the disk is up to the
/// test.
struct IdleGuest {
    let host: Connection
    let guest: Domain
    /// Searchable by QEMU's user, and gone afterwards.
    let folder: URL
    var disk: String { path("disk.qcow2") }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Defines the guest, starts it unless told otherwise, runs `body`, and removes whatever there is of it.
    static func with(
        _ name: String, isStarted: Bool = true, devices: String = "", body: (IdleGuest) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let host = try await Connection.open(RealGuests.uri)
            let disk = folder.appending(path: "disk.qcow2").path
            _ = try await run("/usr/bin/qemu-img", "create", "-q", "-f", "qcow2", disk, "16M")
            let guest = try await host.define(definition(name, disk: disk, devices: devices))
            func clear() async {
                try? await guest.forceOff()
                try? await guest.undefine([.managedSave, .snapshotsMetadata, .checkpointsMetadata])
                await host.close()
            }
            do {
                if isStarted { try await guest.start() }
                try await body(IdleGuest(host: host, guest: guest, folder: folder))
                await clear()
            } catch {
                await clear()
                throw error
            }
        }
    }

    static func definition(_ name: String, disk: String, devices: String = "") -> String {
        """
        <domain type='qemu'><name>\(name)</name><memory unit='MiB'>32</memory><vcpu>1</vcpu>
        <os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><devices>
        <disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='\(disk)'/>
        <target dev='hda' bus='ide'/></disk>\(devices)<memballoon model='none'/></devices></domain>
        """
    }

    /// Writes some KiB of one byte to the disk, as the running guest would.
    func write(_ byte: UInt8, atKiB offset: Int, count: Int = 64) async throws {
        let command = "qemu-io -d ide0-0-0 \"write -P \(byte) \(offset)k \(count)k\""
        let virsh = ["-c", RealGuests.uri, "qemu-monitor-command", guest.name, "--hmp", command]
        // QEMU answers only where something is wrong.
        let output = try await IdleGuest.run("/usr/bin/virsh", virsh)
        let complaint = output.trimmingCharacters(in: .whitespacesAndNewlines)
        try #require(complaint.isEmpty, "\(complaint)")
    }

    /// Puts a new file on top of the disk's chain.
    func addOverlay(_ name: String) async throws {
        _ = try await guest.createSnapshot(
            """
            <domainsnapshot><name>\(name)</name><disks><disk name='hda' snapshot='external'>
            <source file='\(path(name))'/></disk></disks></domainsnapshot>
            """, [.diskOnly, .noMetadata])
    }

    /// Whether 64 KiB of a file of the disk are of that byte; the file must not be in use.
    static func holds(_ file: String, _ byte: UInt8, atKiB offset: Int) async throws -> Bool {
        let output = try await run(
            "/usr/bin/qemu-io", "-r", "-f", "qcow2", "-c", "read -P \(byte) \(offset)k 64k", file)
        return !output.contains("verification failed") && output.contains("read 65536/65536")
    }

    static func run(_ path: String, _ arguments: String...) async throws -> String { try await run(path, arguments) }

    static func run(_ path: String, _ arguments: [String]) async throws -> String {
        let outcome = try await Tool(path: path).run(arguments)
        return outcome.output + outcome.errors
    }
}
