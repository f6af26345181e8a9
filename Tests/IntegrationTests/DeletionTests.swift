import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    /// Guests with all that can be kept for one, on a real daemon.
    @Suite("Deleting real guests") struct DeletionTests {
        private struct Place {
            let host: Connection
            let pool: StoragePool
            let folder: URL

            func path(_ name: String) -> String { folder.appending(path: name).path }

            func image(_ name: String, on base: String? = nil) async throws {
                let backing = base.map { ["-b", path($0), "-F", "qcow2"] } ?? []
                let size = base == nil ? ["16M"] : []
                let output = try await IdleGuest.run(
                    "/usr/bin/qemu-img", ["create", "-q", "-f", "qcow2"] + backing + [path(name)] + size)
                try #require(output.isEmpty, "\(output)")
            }

            func guest(_ name: String, disk: String, devices: String = "") async throws -> Domain {
                try await host.define(IdleGuest.definition(name, disk: path(disk), devices: devices))
            }

            func strata(_ arguments: String..., environment: [String: String] = [:]) async throws -> Tool.Outcome {
                let state = ["XDG_STATE_HOME": path("state")].merging(environment) { $1 }
                return try await Tool.strata.run(arguments + ["-q", "-c", RealGuests.uri], environment: state)
            }

            var files: [String] {
                get throws {
                    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "state" }.sorted()
                }
            }
        }

        private func withPlace(_ guests: String..., body: (Place) async throws -> Void) async throws {
            try await RealStorage.withPool("delete-pool") { host, pool, folder in
                func clear() async {
                    for name in guests {
                        guard let guest = try? await host.domain(named: name) else { continue }
                        try? await guest.forceOff()
                        try? await guest.undefine([
                            .managedSave, .snapshotsMetadata, .checkpointsMetadata, .nvram, .tpm,
                        ])
                    }
                }
                await clear()
                do {
                    try await body(Place(host: host, pool: pool, folder: folder))
                    await clear()
                } catch {
                    await clear()
                    throw error
                }
            }
        }

        @Test func nothingOfAGuestIsLeft() async throws {
            try await withPlace("delete-all") { place in
                try await place.image("base.qcow2")
                try await place.image("disk.qcow2", on: "base.qcow2")
                let seed = try place.folder.file("seed.txt", "instance-id: 1\n")
                _ = try await IdleGuest.run(
                    "/usr/bin/python3", ["-c", Self.label, place.path("seed.iso")])
                try FileManager.default.removeItem(atPath: seed)
                let devices = """
                    <disk type='file' device='cdrom'><driver name='qemu' type='raw'/>
                    <source file='\(place.path("seed.iso"))'/><target dev='hdc' bus='ide'/><readonly/></disk>
                    <serial type='pty'><log file='\(place.path("console.log"))'/></serial>
                    """
                let guest = try await place.guest("delete-all", disk: "disk.qcow2", devices: devices)
                try await guest.start()
                _ = try await guest.createSnapshot(
                    """
                    <domainsnapshot><name>s1</name><memory snapshot='external' file='\(place.path("s1.memory"))'/>
                    <disks><disk name='hda' snapshot='external'><source file='\(place.path("s1.qcow2"))'/></disk>
                    <disk name='hdc' snapshot='no'/></disks></domainsnapshot>
                    """)
                try await guest.managedSave()
                let before = try place.files
                #expect(before == ["base.qcow2", "console.log", "disk.qcow2", "s1.memory", "s1.qcow2", "seed.iso"])
                let log = "/var/log/libvirt/qemu/delete-all.log"
                let other = log + ".of-another"
                // libvirt made the first one itself.
                for name in [log + ".0", other] { try Data("x".utf8).write(to: URL(fileURLWithPath: name)) }
                defer { try? FileManager.default.removeItem(atPath: other) }
                let shown = try await place.strata("delete", "delete-all", "--dry-run")
                #expect(shown.output.contains("saved state"), "\(shown.errors)")
                #expect(try place.files == before)
                let outcome = try await place.strata("delete", "delete-all", "--yes")
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(outcome.output == "delete-all: deleted\n")
                let left = try place.files
                #expect(left == ["base.qcow2"], "\(shown.output)")
                #expect(try await !RealGuests.guestNames().contains("delete-all"))
                let kept = "/var/lib/libvirt/qemu/"
                for file in [kept + "save/delete-all.save", kept + "snapshot/delete-all/s1.xml", log, log + ".0"] {
                    #expect(!FileManager.default.fileExists(atPath: file), "\(file)")
                }
                #expect(FileManager.default.fileExists(atPath: other))
                let orphans = try await place.strata("orphans", "--format", "json")
                #expect(orphans.output.contains("base.qcow2"))
            }
        }

        /// Writes an ISO 9660 volume of the name `cidata` as far as its label.
        private static let label = """
            import sys
            sector = bytearray(2048); sector[0:6] = b'\\x01CD001'; sector[8:72] = b' ' * 64; sector[40:46] = b'cidata'
            open(sys.argv[1], 'wb').write(bytes(16 * 2048) + bytes(sector) + bytes(2048))
            """

        @Test func aUEFIGuestTakesItsVariablesAndItsTPMAlong() async throws {
            try await withPlace("delete-uefi") { place in
                try await place.image("disk.qcow2")
                let plain = IdleGuest.definition("delete-uefi", disk: place.path("disk.qcow2"))
                let definition = plain.replacingOccurrences(of: "<os>", with: "<os firmware='efi'>")
                    .replacingOccurrences(of: "machine='pc'", with: "machine='q35'")
                    .replacingOccurrences(of: "dev='hda' bus='ide'", with: "dev='sda' bus='sata'")
                    .replacingOccurrences(
                        of: "<memballoon", with: "<tpm model='tpm-crb'><backend type='emulator'/></tpm><memballoon")
                let guest = try await place.host.define(definition)
                try await guest.start()
                let variables = "/var/lib/libvirt/qemu/nvram/delete-uefi_VARS.fd"
                let state = "/var/lib/libvirt/swtpm/" + guest.uuid.uuidString.lowercased()
                for path in [variables, state] { #expect(FileManager.default.fileExists(atPath: path), "\(path)") }
                let running = try await place.strata("delete", "delete-uefi", "--yes")
                #expect(running.status == 3)
                let shown = try await place.strata("delete", "delete-uefi", "--dry-run")
                #expect(shown.output.contains("it is switched off first, with --force"), "\(shown.errors)")
                let outcome = try await place.strata("delete", "delete-uefi", "--yes", "--force")
                #expect(outcome.status == 0, "\(outcome.errors)")
                for path in [variables, state] { #expect(!FileManager.default.fileExists(atPath: path), "\(path)") }
                #expect(try place.files == [])
            }
        }

        @Test func aDiskThatOnlyASnapshotRemembersStays() async throws {
            try await withPlace("delete-former") { place in
                for name in ["old.qcow2", "new.qcow2"] { try await place.image(name) }
                let guest = try await place.guest("delete-former", disk: "old.qcow2")
                _ = try await guest.createSnapshot("<domainsnapshot><name>inside</name></domainsnapshot>")
                let definition = try await guest.xml(inactive: true)
                _ = try await place.host.define(
                    definition.replacingOccurrences(of: place.path("old.qcow2"), with: place.path("new.qcow2")))
                let outcome = try await place.strata("delete", "delete-former", "--yes", "--format", "json")
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(try place.files == ["old.qcow2"])
            }
        }

        @Test func whatOthersStandOnIsRefused() async throws {
            try await withPlace("delete-base", "delete-top") { place in
                try await place.image("base.qcow2")
                try await place.image("top.qcow2", on: "base.qcow2")
                _ = try await place.guest("delete-base", disk: "base.qcow2")
                // A volume of nobody stands on it, then a guest's disk does.
                let volume = try await place.strata("delete", "delete-base", "--yes")
                #expect(volume.status == 3)
                #expect(volume.errors.contains("volume 'delete-pool/top.qcow2' stands on it"), "\(volume.errors)")
                _ = try await place.guest("delete-top", disk: "top.qcow2")
                let guest = try await place.strata("delete", "delete-base", "--yes")
                #expect(guest.errors.contains("top.qcow2 of guest 'delete-top' stands on it"), "\(guest.errors)")
                #expect(try place.files == ["base.qcow2", "top.qcow2"])
                // What goes with one of them is not said to stay for the other.
                let both = try await place.strata("delete", "delete-base", "delete-top", "--dry-run")
                let lines = both.output.split(separator: "\n").filter { $0.contains(place.path("base.qcow2")) }
                #expect(lines.count == 1 && lines.allSatisfy { $0.contains("  goes  ") }, "\(both.output)")
                let top = try await place.strata("delete", "delete-top", "--yes")
                #expect(top.status == 0, "\(top.errors)")
                #expect(try place.files == ["base.qcow2"])
                let base = try await place.strata("delete", "delete-base", "--yes")
                #expect(base.status == 0, "\(base.errors)")
                #expect(try place.files == [])
            }
        }

        @Test func anImageThatADiskStandsOnIsKept() async throws {
            try await withPlace("delete-overlay") { place in
                try await place.image("web.qcow2")
                let imported = try await Tool.strata.run(
                    ["image", "import", place.path("web.qcow2")], environment: ["XDG_STATE_HOME": place.path("state")])
                #expect(imported.status == 0, "\(imported.errors)")
                let images = place.path("state") + "/strata/images"
                let content = try #require(
                    FileManager.default.contentsOfDirectory(atPath: images).first { $0.hasPrefix("sha256-") })
                try await place.image("disk.qcow2", on: "state/strata/images/" + content)
                _ = try await place.guest("delete-overlay", disk: "disk.qcow2")
                let refused = try await place.strata("image", "delete", "web")
                #expect(refused.status == 3)
                #expect(refused.errors.contains("of guest 'delete-overlay' stands on it"), "\(refused.errors)")
                let shown = try await place.strata("delete", "delete-overlay", "--dry-run")
                #expect(shown.output.contains("it is the image 'web' of the store"), "\(shown.output)")
                let deleted = try await place.strata("delete", "delete-overlay", "--yes")
                #expect(deleted.status == 0, "\(deleted.errors)")
                let image = try await place.strata("image", "delete", "web")
                #expect(image.output == "web: deleted\n", "\(image.errors)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: images) == [])
            }
        }

        @Test func aPersonIsAskedFirst() async throws {
            try await withPlace("delete-asked") { place in
                try await place.image("disk.qcow2")
                _ = try await place.guest("delete-asked", disk: "disk.qcow2")
                let command = "\(Tool.strata.path) delete delete-asked -c \(RealGuests.uri)"
                for (answer, status, files) in [("n\n", 130, ["disk.qcow2"]), ("y\n", 0, [])]
                    as [(String, Int32, [String])]
                {
                    let terminal = try await Tool(path: "/usr/bin/script").run(
                        ["-qec", command, "/dev/null"], environment: ["XDG_STATE_HOME": place.path("state")],
                        input: answer)
                    #expect(terminal.status == status, "\(terminal.output)")
                    #expect(terminal.output.contains("delete 'delete-asked'? [y/N]"), "\(terminal.output)")
                    #expect(try place.files == files)
                }
            }
        }

        @Test func orphansAreListedAndDeletedAndNothingElse() async throws {
            try await withPlace("delete-mine") { place in
                for name in ["base.qcow2", "lonely.qcow2"] { try await place.image(name) }
                try await place.image("mine.qcow2", on: "base.qcow2")
                _ = try await place.guest("delete-mine", disk: "mine.qcow2")
                let listed = try await place.strata("orphans", "--format", "json")
                #expect(listed.output.contains("lonely.qcow2"), "\(listed.errors)")
                for name in ["base.qcow2", "mine.qcow2"] { #expect(!listed.output.contains(name)) }
                let asked = try await place.strata("orphans", "--delete")
                #expect(asked.status == 64)
                #expect(asked.errors.contains("hint: say it with --yes"))
                #expect(try place.files == ["base.qcow2", "lonely.qcow2", "mine.qcow2"])
            }
        }

        @Test func anImageWhoseNameANewerOneTookIsNoOrphanWhileADiskStandsOnIt() async throws {
            try await withPlace("delete-older") { place in
                let images = place.path("state") + "/strata/images"
                try FileManager.default.createDirectory(atPath: images, withIntermediateDirectories: true)
                try await place.image("state/strata/images/sha256-0.qcow2")
                try await place.image("disk.qcow2", on: "state/strata/images/sha256-0.qcow2")
                _ = try await place.guest("delete-older", disk: "disk.qcow2")
                let needed = try await place.strata("orphans")
                #expect(needed.status == 0 && !needed.output.contains("sha256-0"), "\(needed.output)")
                let deleted = try await place.strata("delete", "delete-older", "--yes")
                #expect(deleted.status == 0, "\(deleted.errors)")
                let left = try await place.strata("orphans")
                #expect(left.output.contains("no name in the image store stands for it"), "\(left.output)")
            }
        }

        /// Kills `delete` at every place where it could die, and lets the next one finish.
        @Test func aDeathInTheMiddleLeavesNothingBehind() async throws {
            try await withPlace("delete-killed") { place in
                var places = 0
                for number in 1... {
                    try await place.image("disk.qcow2")
                    let outside = "/var/tmp/delete-killed-\(number).qcow2"
                    _ = try await IdleGuest.run("/usr/bin/qemu-img", "create", "-q", "-f", "qcow2", outside, "1M")
                    let second = """
                        <disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='\(outside)'/>
                        <target dev='hdb' bus='ide'/></disk>
                        """
                    try await place.guest("delete-killed", disk: "disk.qcow2", devices: second).start()
                    let killed = try await place.strata(
                        "delete", "delete-killed", "--yes", "--force", environment: ["STRATA_CRASH_AT": "\(number)"])
                    if killed.status != 0 {
                        places += 1
                        #expect(killed.status == 137, "\(killed.errors)")
                        // There is no such guest any more when the next one looks for it.
                        let next = try await place.strata("delete", "delete-killed", "--yes")
                        #expect(next.status == 2, "killed at place \(number): \(next.errors)")
                    }
                    #expect(try await !RealGuests.guestNames().contains("delete-killed"))
                    #expect(try place.files == [])
                    #expect(!FileManager.default.fileExists(atPath: outside))
                    #expect(!FileManager.default.fileExists(atPath: "/var/log/libvirt/qemu/delete-killed.log"))
                    let journals = try FileManager.default.contentsOfDirectory(
                        atPath: place.path("state") + "/strata/journal")
                    #expect(journals == [])
                    if killed.status == 0 { break }
                }
                // Before and after each of: switch off, two disks, the definition, QEMU's log.
                #expect(places == 10)
            }
        }
    }
}
