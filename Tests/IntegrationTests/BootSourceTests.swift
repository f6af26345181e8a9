import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    /// What guests of `strata create` boot from, seen on their consoles.
    @Suite("Where guests boot from") struct BootSourceTests {
        /// Makes a guest, waits for words on its console, and removes it.
        private func expect(
            _ words: String, from arguments: [String], _ name: String, _ environment: [String: String],
            more: (Tool.Outcome) -> Void = { _ in }
        ) async throws {
            func strata(_ arguments: [String]) async throws -> Tool.Outcome {
                try await Tool.strata.run(arguments + ["-q", "-c", RealGuests.uri], environment: environment)
            }
            try await RealGuests.withGuests(name) { _ in
                let made = try await strata(["create", name, "--memory", "256MiB"] + arguments)
                try #require(made.status == 0, "\(made.errors)")
                let seen = try await strata(["console", name, "--expect", words, "--timeout", "120s"])
                #expect(seen.status == 0, "\(words): \(seen.errors)")
                more(try await strata(["console", name, "--log"]))
                let gone = try await strata(["delete", name, "--yes", "--force", "--keep-disks"])
                #expect(gone.status == 0, "\(gone.errors)")
            }
        }

        /// The firmware of the adapter asks the network, and gets a script, a kernel and its first files by TFTP.
        @Test func theNetworkBringsAKernelUp() async throws {
            try await withTemporaryFolder { folder in
                for name in ["vmlinuz", "hello.img"] {
                    try FileManager.default.copyItem(
                        atPath: RealGuests.domains.path + "/images/" + name, toPath: folder.path + "/" + name)
                }
                let kernel = "kernel vmlinuz console=ttyS0 quiet no_timer_check initrd=hello.img"
                _ = try folder.file("boot.ipxe", "#!ipxe\n\(kernel)\ninitrd hello.img\nboot\n")
                let boot = (folder: folder.path, file: "boot.ipxe")
                try await LabNetwork(name: "cr-pxe", bridge: "virbr-pxe", subnet: 231, boot: boot).run { _, _ in
                    try await RealStorage.withPool("cr-pool-pxe") { _, _, state in
                        try await expect(
                            "STRATA HELLO", from: ["--pxe", "--network", "cr-pxe", "--pool", "cr-pool-pxe"], "cr-pxe",
                            ["XDG_STATE_HOME": state.path]
                        ) { #expect($0.output.contains("nics=1 disks=1")) }
                    }
                }
            }
        }

        /// A loader that nobody has signed, on a disk: the one firmware starts it, the other one says why it does not.
        @Test func secureBootStartsNothingThatNobodyHasSigned() async throws {
            try await withTemporaryFolder { folder in
                let disk = try await unsignedLoader(in: folder)
                let state = ["XDG_STATE_HOME": folder.path + "/state"]
                let machine = ["--disk", disk + ",format=raw", "--network", "none", "--firmware"]
                try await expect("STRATA LOADER", from: machine + ["uefi"], "cr-signed", state)
                try await expect("Access Denied", from: machine + ["uefi-secure"], "cr-signed", state) {
                    #expect(!$0.output.contains("STRATA LOADER"), "\($0.output)")
                }
            }
        }

        /// A disk with a file system on which UEFI finds a loader that writes a line and waits.
        private func unsignedLoader(in folder: URL) async throws -> String {
            let disk = folder.path + "/loader.raw", loader = folder.path + "/BOOTX64.EFI"
            let menu = try folder.file(
                "grub.cfg", "serial --unit=0\nterminal_output serial\necho STRATA LOADER\nsleep 3600\n")
            for (tool, arguments) in [
                (
                    "grub-mkimage",
                    ["-O", "x86_64-efi", "-p", "/", "-c", menu, "-o", loader, "serial", "terminal", "echo", "sleep"]
                ),
                ("mformat", ["-C", "-i", disk, "-t", "64", "-h", "4", "-s", "32", "::"]),
                ("mmd", ["-i", disk, "::/EFI", "::/EFI/BOOT"]), ("mcopy", ["-i", disk, loader, "::/EFI/BOOT/"]),
            ] {
                let outcome = try await Tool(path: "/usr/bin/" + tool).run(arguments)
                try #require(outcome.status == 0, "\(tool): \(outcome.errors)")
            }
            return disk
        }

        /// From an address in the user's own catalogue to the first words of the guest.
        @Test func anImageOfTheUsersCatalogueComesByHTTPSAndBoots() async throws {
            try await ImageServer.with(isSecure: true) { server in
                try FileManager.default.copyItem(
                    atPath: RealGuests.domains.path + "/images/hello-boot.img",
                    toPath: server.folder.path + "/hello-boot.img")
                let sum = try server.sha256("hello-boot.img")
                try server.catalogue("hello-boot.img", sums: "\(sum)  hello-boot.img\n")
                try await RealStorage.withPool("cr-pool-https") { _, _, _ in
                    let arguments = ["--image", "mine", "--pool", "cr-pool-https", "--network", "user"]
                    try await expect("STRATA HELLO", from: arguments, "cr-https", server.trust)
                }
                #expect(server.kept.contains("sha256-\(sum).raw"))
            }
        }
    }
}
