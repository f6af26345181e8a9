import Foundation
import Libvirt
import LibvirtXML
import Testing
import TestSupport

extension RealGuests {
    /// Guests that `strata create` makes on a real daemon, and processes that die while they make them.
    @Suite("Making guests") struct CreationTests {
        static let kernel = [
            "--kernel", RealGuests.domains.path + "/images/vmlinux",
            "--initrd", RealGuests.domains.path + "/images/hello.img",
            "--append", "console=ttyS0 quiet no_timer_check",
        ]

        func consoleLog(_ name: String) -> String { "/var/log/libvirt/qemu/\(name).console.log" }

        /// Removes what a guest leaves that is removed without strata.
        func forget(_ name: String) { try? FileManager.default.removeItem(atPath: consoleLog(name)) }

        /// The line in which the hello guest says what it has.
        private func hello(_ name: String) async throws -> String {
            var line = ""
            let isUp = await eventually(within: .seconds(90)) {
                let text = (try? String(contentsOfFile: consoleLog(name), encoding: .utf8)) ?? ""
                line =
                    text.split(whereSeparator: \.isNewline).first { $0.contains("STRATA HELLO") }.map(String.init) ?? ""
                return line.contains("disk=")
            }
            #expect(isUp)
            return line
        }

        func create(
            _ name: String, _ arguments: [String], state: URL, _ more: [String: String] = [:]
        ) async throws -> Tool.Outcome {
            try await Tool.strata.run(
                ["create", name, "-c", RealGuests.uri, "-q"] + arguments,
                environment: ["XDG_STATE_HOME": state.path + "/state"].merging(more) { $1 })
        }

        @Test func aKernelIsUpAndItsFiveAdaptersAreThere() async throws {
            defer { forget("cr-five") }
            try await RealGuests.withGuests("cr-five") { host in
                try await withTemporaryFolder { folder in
                    let networks = ["user", "user,model=e1000", "user,model=e1000e", "user,model=rtl8139", "user"]
                    let outcome = try await create(
                        "cr-five", Self.kernel + networks.flatMap { ["--network", $0] }, state: folder)
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    #expect(outcome.output == "cr-five: created and started\n")
                    #expect(try await host.domain(named: "cr-five").isPersistent)
                    let line = try await hello("cr-five")
                    #expect(line.contains("nics=5"))
                    for driver in ["virtio_net", "e1000", "e1000e", "8139cp"] { #expect(line.contains(":\(driver)")) }
                }
            }
        }

        @Test func aDiskBootsWithDevicesThatExistAsHardware() async throws {
            defer { forget("cr-disk") }
            try await RealGuests.withGuests("cr-disk") { _ in
                try await withTemporaryFolder { folder in
                    let disk = folder.path + "/boot.img"
                    try FileManager.default.copyItem(
                        atPath: RealGuests.domains.path + "/images/hello-boot.img", toPath: disk)
                    let outcome = try await create(
                        "cr-disk", ["--disk", disk, "--style", "emulated", "--network", "user"], state: folder)
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    let line = try await hello("cr-disk")
                    #expect(line.contains("nic=eth0:e1000 "))
                    #expect(line.contains("disk=sda:ata_piix"))
                    let again = try await create("cr-other", ["--disk", disk], state: folder)
                    #expect(again.status == 3)
                    #expect(again.errors.contains("it is a disk of guest 'cr-disk'"))
                }
            }
        }

        @Test func anImageStaysAsItIsAndTheGuestHasAnOverlay() async throws {
            defer { forget("cr-image") }
            try await RealGuests.withGuests("cr-image") { host in
                try await RealStorage.withPool("cr-pool-image") { _, pool, folder in
                    let image = RealGuests.domains.path + "/images/hello-boot.img"
                    let copy = folder.path + "/base.img"
                    try FileManager.default.copyItem(atPath: image, toPath: copy)
                    let outcome = try await create(
                        "cr-image",
                        [
                            "--image", copy, "--pool", "cr-pool-image", "--disk-size", "64MiB", "--disk-add", "8MiB",
                            "--network", "user", "--ssh-key", "ssh-ed25519 AAAAC3Nz me",
                        ], state: folder)
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    let line = try await hello("cr-image")
                    #expect(line.contains("disks=2"), "\(line)")
                    #expect(FileManager.default.contentsEqual(atPath: image, andPath: copy))
                    try await pool.refresh()
                    let overlay = try StorageVolumeDocument(
                        xml: try await pool.volume(named: "cr-image.qcow2").xml())
                    #expect(overlay.backingPath == copy)
                    #expect(overlay.backingFormat == "raw")
                    #expect(overlay.capacity == .mebibytes(64))
                    // The version of the format that holds checkpoints.
                    #expect(try Data(contentsOf: folder.appending(path: "cr-image.qcow2"))[7] == 3)
                    let names = try await pool.volumes().map(\.name)
                    #expect(Set(names).isSuperset(of: ["cr-image-2.qcow2", "cr-image-seed.iso"]))
                }
            }
        }

        @Test func whatFailsLeavesNothing() async throws {
            try await RealStorage.withPool("cr-pool-fail") { host, pool, folder in
                // It begins as qcow2 does, in a version that there never was: only QEMU looks so far.
                let disk = folder.path + "/bad.qcow2"
                try Data([0x51, 0x46, 0x49, 0xFB, 0, 0, 0, 99]).write(to: URL(fileURLWithPath: disk))
                let outcome = try await create(
                    "cr-fail",
                    [
                        "--kernel", RealGuests.domains.path + "/images/vmlinux", "--disk-size", "8MiB",
                        "--pool", "cr-pool-fail", "--disk-add", disk, "--network", "user", "--firmware", "uefi",
                        "--tpm",
                        "--write", folder.path + "/cr-fail.xml",
                    ], state: folder)
                #expect(outcome.status != 0)
                #expect(outcome.errors.hasPrefix("error: guest 'cr-fail': "), "\(outcome.errors)")
                try await expectNothing(of: "cr-fail", on: host, pool, folder)
                let variables = "/var/lib/libvirt/qemu/nvram/cr-fail_VARS.fd"
                #expect(!FileManager.default.fileExists(atPath: variables))
            }
        }

        @Test(.enabled(if: geteuid() == 0, "only root mounts a small file system"))
        func aFullDiskIsSaidAndNothingIsLeft() async throws {
            try await RealStorage.withPool("cr-pool-outer") { host, _, folder in
                let small = folder.appending(path: "small")
                try FileManager.default.createDirectory(at: small, withIntermediateDirectories: true)
                let mount = try await Tool(path: "/usr/bin/mount").run(
                    "-t", "tmpfs", "-o", "size=128k,mode=755", "tmpfs", small.path)
                try #require(mount.status == 0, "\(mount.errors)")
                let pool = try await host.createTransientStoragePool(folderPoolXML("cr-pool-full", path: small.path))
                let outcome = try await create(
                    "cr-full", Self.kernel + ["--disk-size", "1GiB", "--pool", "cr-pool-full", "--network", "none"],
                    state: folder)
                #expect(outcome.status == 1)
                #expect(outcome.errors.contains(": No space left on device\n"), "\(outcome.errors)")
                #expect(outcome.errors.contains("hint: free some room, or name another pool with --pool"))
                try await expectNothing(of: "cr-full", on: host, pool, folder)
                try await pool.stop()
                _ = try await Tool(path: "/usr/bin/umount").run(small.path)
            }
        }

        /// Secure Boot or not, what the host loads is started.
        @Test(arguments: ["uefi", "uefi-secure"])
        func firmwareAndTPMAreThere(firmware: String) async throws {
            defer { forget("cr-uefi") }
            try await RealGuests.withGuests("cr-uefi") { _ in
                try await withTemporaryFolder { folder in
                    var kernel = Self.kernel
                    // Firmware starts only a kernel that is packed.
                    kernel[1] = RealGuests.domains.path + "/images/vmlinuz"
                    let outcome = try await create(
                        "cr-uefi", kernel + ["--firmware", firmware, "--tpm", "--network", "none"], state: folder)
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    let line = try await hello("cr-uefi")
                    #expect(line.contains("nics=0 disks=0 tpm=2 firmware=uefi"))
                }
            }
        }

        @Test func bridgesAndAdaptersOfTheHostCarryAGuest() async throws {
            defer { forget("cr-wires") }
            try await LabNetwork(name: "cr-wires", bridge: "virbr-wires", subnet: 229).run { _, _ in
                try await RealGuests.withGuests("cr-wires") { _ in
                    try await withTemporaryFolder { folder in
                        var networks = [
                            "cr-wires", "cr-wires,model=e1000", "bridge=virbr-wires,model=e1000e", "user",
                            "direct=virbr-wires,model=rtl8139",
                        ]
                        func create() async throws -> Tool.Outcome {
                            try await self.create(
                                "cr-wires", Self.kernel + networks.flatMap { ["--network", $0] }, state: folder)
                        }
                        var outcome = try await create()
                        if outcome.status != 0 {
                            // Not every kernel has macvtap.
                            #expect(outcome.errors.contains("macvtap"), "\(outcome.errors)")
                            #expect(outcome.errors.contains("hint: strata host nics"), "\(outcome.errors)")
                            networks.removeLast()
                            outcome = try await create()
                        }
                        #expect(outcome.status == 0, "\(outcome.errors)")
                        let line = try await hello("cr-wires")
                        #expect(line.contains("nics=\(networks.count)"), "\(line)")
                        for driver in ["virtio_net", "e1000", "e1000e", "8139cp"].prefix(networks.count - 1) {
                            #expect(line.contains(":\(driver)"), "\(line)")
                        }
                    }
                }
            }
        }

        /// A medium with GRUB on it, made of Debian's packages, boots beside an empty disk.
        @Test func aMediumBoots() async throws {
            defer { forget("cr-iso") }
            try await RealGuests.withGuests("cr-iso") { _ in
                try await RealStorage.withPool("cr-pool-iso") { _, _, folder in
                    let medium = try await bootableMedium(in: folder)
                    let outcome = try await create(
                        "cr-iso",
                        ["--iso", medium, "--pool", "cr-pool-iso", "--network", "user", "--graphics", "none"],
                        state: folder)
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    let isUp = await eventually(within: .seconds(60)) {
                        let text = (try? String(contentsOfFile: consoleLog("cr-iso"), encoding: .utf8)) ?? ""
                        return text.contains("STRATA MEDIUM")
                    }
                    #expect(isUp)
                }
            }
        }

        private func bootableMedium(in folder: URL) async throws -> String {
            let tree = folder.appending(path: "tree")
            try FileManager.default.createDirectory(at: tree, withIntermediateDirectories: true)
            let menu = try folder.file(
                "grub.cfg", "serial --unit=0\nterminal_output serial\necho STRATA MEDIUM\nsleep 3600\n")
            let loader = try await Tool(path: "/usr/bin/grub-mkimage").run(
                "-O", "i386-pc-eltorito", "-p", "/", "-c", menu, "-o", tree.path + "/loader", "biosdisk", "iso9660",
                "serial", "terminal", "echo", "sleep")
            #expect(loader.status == 0, "\(loader.errors)")
            let medium = folder.path + "/hello.iso"
            let made = try await Tool(path: "/usr/bin/xorriso").run(
                "-as", "mkisofs", "-quiet", "-V", "HELLO", "-b", "loader", "-no-emul-boot", "-boot-load-size", "4",
                "-boot-info-table", "-o", medium, tree.path)
            #expect(made.status == 0, "\(made.errors)")
            return medium
        }

        /// Kills `create` at every place where it could die; the next one takes back what is there.
        @Test func aDeathInTheMiddleLeavesNothingAfterTheNextOne() async throws {
            defer { forget("cr-killed") }
            try await RealStorage.withPool("cr-pool-killed") { host, pool, folder in
                let image = folder.path + "/base.img"
                try FileManager.default.copyItem(
                    atPath: RealGuests.domains.path + "/images/hello-boot.img", toPath: image)
                let arguments = [
                    "--image", image, "--pool", "cr-pool-killed", "--network", "user", "--autostart",
                    "--write", folder.path + "/cr-killed.xml", "--ssh-key", "ssh-ed25519 AAAAC3Nz me",
                ]
                var places = 0
                for place in 1... {
                    let killed = try await create(
                        "cr-killed", arguments, state: folder, ["STRATA_CRASH_AT": "\(place)"])
                    guard killed.status != 0 else { break }
                    places += 1
                    #expect(killed.status == 137, "\(killed.errors)")
                    if place == 9 {
                        let health = try await Tool.strata.run(
                            "doctor", "-c", RealGuests.uri, environment: ["XDG_STATE_HOME": folder.path + "/state"])
                        #expect(health.output.contains("create of guest 'cr-killed' was begun"), "\(health.output)")
                    }
                    // It is refused, but only after it has looked for what is left.
                    let next = try await create("cr-killed", ["--kernel", "/missing"], state: folder)
                    #expect(next.status == 66, "\(next.errors)")
                    try await expectNothing(of: "cr-killed", on: host, pool, folder)
                }
                // Before and after each of: write, overlay and seed, both together, seed's volume, clean, define,
                // autostart, start.
                #expect(places == 18)
                let guest = try await host.domain(named: "cr-killed")
                #expect(try await guest.isActive)
                try await guest.forceOff()
                try await guest.undefine()
            }
        }

        func expectNothing(
            of name: String, on host: Connection, _ pool: StoragePool, _ folder: URL
        ) async throws {
            let error = await #expect(throws: LibvirtError.self) { try await host.domain(named: name) }
            #expect(error?.code == .noDomain)
            try await pool.refresh()
            let volumes = try await pool.volumes().map(\.name)
            #expect(!volumes.contains { $0.hasPrefix(name) }, "\(volumes)")
            let state = folder.path + "/state/strata"
            for part in ["journal", "seeds"] {
                let rest = (try? FileManager.default.contentsOfDirectory(atPath: state + "/" + part)) ?? []
                #expect(rest.isEmpty, "\(rest)")
            }
            #expect(!FileManager.default.fileExists(atPath: consoleLog(name)))
            #expect(!FileManager.default.fileExists(atPath: folder.path + "/\(name).xml"))
        }
    }
}
