import Foundation
import Strata
import Testing
import TestSupport

extension RealGuests {
    /// What is advised, done to definitions that a real daemon keeps.
    @Suite("Advice") struct AdviceTests {
        private struct Report: Decodable {
            struct Record: Decodable {
                var rule: String
                var guest: String?
                var command: String?
                var isSafe: Bool
                var outcome: String?
            }
            var findings: [Record]
            /// What is said of the guest, not of the host that the tests run on.
            var ofGuest: [Record] { findings.filter { $0.guest != nil } }
            var rules: Set<String> { Set(findings.map(\.rule)) }
        }

        @Test func theCommandOfEachFindingMakesItFallSilent() async throws {
            try await withGuest("meter-advised") {
                let before = try await advise("meter-advised")
                let expected = ["unsafe-cache", "slow-cache", "emulated-disk", "emulated-adapter", "wrong-clock"]
                #expect(before.rules.isSuperset(of: expected))
                for finding in before.ofGuest { try await follow(finding) }
                let after = try await advise("meter-advised")
                #expect(after.ofGuest.isEmpty, "\(after.rules)")
            }
        }

        @Test func applyDoesWhatIsSafeAndNothingElse() async throws {
            try await withGuest("meter-applied") {
                let applied = try await advise("meter-applied", "--apply")
                for finding in applied.findings { #expect((finding.outcome != nil) == finding.isSafe, "\(finding)") }
                #expect(applied.findings.contains { $0.isSafe })
                let after = try await advise("meter-applied")
                #expect(after.findings.allSatisfy { !$0.isSafe })
                #expect(after.rules.isSuperset(of: ["emulated-disk", "emulated-adapter"]))
            }
        }

        /// The guest's own system tells through its balloon driver how much it uses.
        @Test func memoryThatARunningGuestGivesBackIsNotAdvisedAgain() async throws {
            let name = "meter-roomy"
            try await RealGuests.withGuests(name) { host in
                let definition = try await Tool.strata.run("render", RealGuests.example("hello")).output
                let balloon = "<memballoon model='virtio'><stats period='1'/></memballoon>"
                let xml = definition.replacingOccurrences(of: "<name>hello<", with: "<name>\(name)<")
                    .replacingOccurrences(of: "type='kvm'", with: "type='qemu'")
                    .replacingOccurrences(of: ">256</memory>", with: ">1536</memory>")
                    .replacingOccurrences(of: "</devices>", with: balloon + "</devices>")
                try await host.define(xml).start()
                var finding: Report.Record?
                let told = try await eventually(within: .seconds(90)) {
                    finding = try await advise(name).ofGuest.first { $0.rule == "unused-memory" }
                    return finding != nil
                }
                try #require(told)
                try await follow(try #require(finding))
                let after = try await advise(name)
                #expect(!after.rules.contains("unused-memory"))
            }
        }

        private func follow(_ finding: Report.Record) async throws {
            let words = try #require(finding.command).split(separator: " ").map(String.init)
            let outcome = try await Tool.strata.run(Array(words.dropFirst()) + ["-c", RealGuests.uri])
            #expect(outcome.status == 0, "\(words) \(outcome.errors)")
        }

        private func advise(_ arguments: String...) async throws -> Report {
            let outcome = try await Tool.strata.run(
                ["advise"] + arguments + ["--interval", "200ms", "--format", "json", "-c", RealGuests.uri])
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
        }

        private func withGuest(_ name: String, _ body: () async throws -> Void) async throws {
            try await RealGuests.withGuests(name) { host in
                _ = try await host.define(
                    """
                    <domain type='qemu'><name>\(name)</name>
                    <metadata><libosinfo:libosinfo xmlns:libosinfo='http://libosinfo.org/xmlns/libvirt/domain/1.0'>
                    <libosinfo:os id='http://microsoft.com/win/unknown'/></libosinfo:libosinfo></metadata>
                    <memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>
                    <clock offset='utc'/><devices>
                    <disk type='file' device='disk'><driver name='qemu' type='raw' cache='unsafe'/>
                    <source file='/nowhere/a.raw'/><target dev='vda' bus='virtio'/></disk>
                    <disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='/nowhere/b.raw'/>
                    <target dev='hda' bus='ide'/></disk>
                    <disk type='file' device='disk'><driver name='qemu' type='raw' cache='writethrough'/>
                    <source file='/nowhere/c.raw'/><target dev='vdc' bus='virtio'/></disk>
                    <interface type='user'><model type='virtio'/></interface>
                    <interface type='user'><model type='rtl8139'/></interface></devices></domain>
                    """)
                try await body()
            }
        }
    }
}
