import Foundation
import Testing
import TestSupport

extension RealGuests {
    /// Every file of `domains/` boots and is seen to be up by its own output.
    @Suite("Example definitions") struct ExampleDefinitionTests {
        struct Example: Sendable, CustomTestStringConvertible {
            let name: String
            /// What the guest's own line must say.
            let facts: [String]
            var testDescription: String { name }
        }

        static let linux = [
            Example(name: "hello", facts: ["nics=1", "disks=0", "firmware=bios", "virtio_net"]),
            Example(name: "emulated", facts: ["nics=1", "disks=1", "firmware=bios", "e1000", "ata_piix"]),
            Example(name: "paravirtual", facts: ["nics=1", "disks=2", "virtio_net", "virtio_blk", "virtio_scsi"]),
            Example(name: "five-nics", facts: ["nics=5", "virtio_net", "e1000", "e1000e", "8139cp"]),
            Example(name: "uefi-tpm", facts: ["tpm=2", "firmware=uefi"]),
        ]

        @Test(arguments: linux) func linuxGuestsComeUp(example: Example) async throws {
            let outcome = try await Tool.strata.run(
                "run", RealGuests.example(example.name), "--until", "STRATA HELLO", "--timeout", "120s", "-c", uri)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let line = try #require(outcome.output.split(separator: "\n").first { $0.contains("STRATA HELLO") })
            for fact in example.facts { #expect(line.contains(fact), "\(fact) in \(line)") }
            #expect(outcome.errors.contains("accelerator: "))
            #expect(try await !RealGuests.guestNames().contains(example.name))
        }

        @Test func everyExampleIsTestedHere() throws {
            let files = try FileManager.default.contentsOfDirectory(atPath: RealGuests.domains.path)
            let names = files.filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }
            #expect(Set(names) == Set(Self.linux.map(\.name) + ["kvm-hello"]))
        }

        @Test func everyExampleIsValid() async throws {
            let files = (Self.linux.map(\.name) + ["kvm-hello"]).map { RealGuests.example($0) }
            let outcome = try await Tool.strata.run(["validate"] + files)
            #expect(outcome.status == 0, "\(outcome.output)")
        }

        /// virsh takes what strata renders.
        @Test func renderedExamplesAreValidForOtherTools() async throws {
            try await withTemporaryFolder { folder in
                for example in Self.linux {
                    let file = try await RealGuests.copy(of: example.name, as: example.name, in: folder)
                    let verdict = try await Tool(path: "/usr/bin/virt-xml-validate").run(file, "domain")
                    #expect(verdict.status == 0, "\(example.name): \(verdict.errors)")
                }
            }
        }

        @Test func theTinyGuestCountsInEmulation() async throws {
            try await runTinyGuest(accelerator: "tcg")
        }

        @Test func theTinyGuestCountsUnderKVMWhereTheDeviceOpens() async throws {
            let descriptor = open("/dev/kvm", O_RDWR | O_CLOEXEC)
            guard descriptor >= 0 else { return }
            close(descriptor)
            try await runTinyGuest(accelerator: "kvm")
        }

        private func runTinyGuest(accelerator: String) async throws {
            let outcome = try await Tool.strata.run(
                "run", RealGuests.example("kvm-hello"), "--accel", accelerator, "--timeout", "90s", "-c", uri)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("KVM HELLO: counted"))
            #expect(outcome.errors.contains("the guest switched itself off"))
            #expect(try await !RealGuests.guestNames().contains("kvm-hello"))
        }
    }
}
