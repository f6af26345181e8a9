import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    /// Wrong input on a real host: its own exit code, a reason, a way out, and nothing left behind.
    @Suite("Bad input") struct BadInputTests {
        private func run(_ change: (String) -> String, _ body: (Tool.Outcome) -> Void) async throws {
            let before = try await RealGuests.guestNames()
            try await withTemporaryFolder { folder in
                let file = try await RealGuests.copy(of: "hello", as: "t-bad", in: folder)
                let text = change(try String(contentsOfFile: file, encoding: .utf8))
                try text.write(toFile: file, atomically: true, encoding: .utf8)
                body(try await Tool.strata.run("run", file, "--timeout", "20s", "-c", uri))
            }
            #expect(try await RealGuests.guestNames() == before)
        }

        @Test func anUnknownMachineTypeIsNamed() async throws {
            try await run {
                $0.replacingOccurrences(of: "machine='pc'", with: "machine='tardis'")
            } _: { outcome in
                #expect(outcome.status == 78)
                #expect(outcome.errors.contains("tardis"))
                #expect(outcome.errors.contains("hint: "))
            }
        }

        @Test func aMissingKernelIsFoundBeforeAnythingStarts() async throws {
            try await run {
                $0.replacingOccurrences(of: "images/vmlinu", with: "images/no-such-vmlinu")
            } _: { outcome in
                #expect(outcome.status == 66)
                #expect(outcome.errors.contains("images/no-such-vmlinu"))
                #expect(outcome.errors.contains("kernel"))
                #expect(outcome.errors.contains("hint: "))
            }
        }

        @Test func aDiskThatQEMUMayNotReadIsExplained() async throws {
            try await withTemporaryFolder { folder in
                // A folder that QEMU's user cannot search: libvirt changes the owner of files, never of folders.
                let secret = folder.appending(path: "secret")
                try FileManager.default.createDirectory(
                    at: secret, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                let disk = secret.appending(path: "disk.img").path
                #expect(FileManager.default.createFile(atPath: disk, contents: Data(count: 1 << 20)))
                try await run { text in
                    text.replacingOccurrences(
                        of: "<devices>",
                        with: "<devices><disk type='file'><driver name='qemu' type='raw'/><source file='\(disk)'/>"
                            + "<target dev='vda' bus='virtio'/></disk>")
                } _: { outcome in
                    #expect(outcome.status == 77)
                    #expect(outcome.errors.contains("disk.img"))
                    #expect(outcome.errors.contains("hint: let the user libvirt-qemu read the file"))
                }
            }
        }

        @Test func wrongStatesHaveTheirOwnCode() async throws {
            try await RealGuests.withGuests("t-state") { host in
                let xml = try await Tool.strata.run("render", RealGuests.example("kvm-hello")).output
                    .replacingOccurrences(of: "<name>kvm-hello<", with: "<name>t-state<")
                    .replacingOccurrences(of: "type='kvm'", with: "type='qemu'")
                _ = try await host.define(xml)
                let console = try await Tool.strata.run("console", "t-state", "-c", uri)
                #expect(console.status == 3)
                #expect(console.errors.contains("hint: start it first"))
            }
        }

        @Test func aUserWithoutTheRightIsTurnedAway() async throws {
            // `nobody` is in no group of libvirt's; the system daemon's socket does not let it in.
            let strata = try await withTemporaryFolder { folder in
                let copy = try await folder.copy(of: .strata).path
                return try await Tool(path: "/usr/sbin/runuser").run(
                    "-u", "nobody", "--", copy, "list", "-c", "qemu:///system", environment: ["HOME": folder.path])
            }
            #expect([69, 77].contains(strata.status), "\(strata.errors)")
            #expect(strata.errors.contains("hint: "))
        }
    }
}
