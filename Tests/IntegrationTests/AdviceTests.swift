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

        /// Killed once the copying has begun, QEMU goes on, and the same command again finds its end.
        @Test func aDeepChainIsFlattenedWhileTheGuestRuns() async throws {
            let name = "meter-chain"
            try await IdleGuest.with(name) { idle in
                try await idle.write(17, atKiB: 0)
                for (byte, overlay) in [(18, "a"), (19, "b"), (20, "c")] as [(UInt8, String)] {
                    try await idle.addOverlay(overlay)
                    try await idle.write(byte, atKiB: Int(byte) * 64)
                }
                let finding = try #require(try await advise(name).ofGuest.first { $0.rule == "deep-chain" })
                #expect(finding.command == "strata set \(name) --flatten-disk hda")
                #expect(!finding.isSafe)
                let words = ["set", name, "--flatten-disk", "hda", "-c", RealGuests.uri]
                let killed = try await Tool.strata.run(words, environment: ["STRATA_CRASH_AT": "1"])
                #expect(killed.status != 0)
                try await follow(finding)
                #expect(try await !advise(name).rules.contains("deep-chain"))
                let xml = try await idle.guest.xml()
                #expect(xml.contains("<source file='\(idle.path("c"))'") && xml.contains("<source file='\(idle.disk)'"))
                #expect(!xml.contains(idle.path("a")) && !xml.contains(idle.path("b")))
                let again = try await Tool.strata.run(words)
                #expect(again.output == "disk hda: nothing lies between its image and the lowest one\n")
                try await idle.guest.forceOff()
                for byte in 17...20 as ClosedRange<UInt8> {
                    let place = byte == 17 ? 0 : Int(byte) * 64
                    #expect(try await IdleGuest.holds(idle.path("c"), byte, atKiB: place))
                }
            }
        }

        @Test func whatCannotBeFlattenedIsSaid() async throws {
            try await IdleGuest.with("meter-flat", isStarted: false) { idle in
                let off = try await Tool.strata.run("set", "meter-flat", "--flatten-disk", "hda", "-c", RealGuests.uri)
                #expect(off.status == 3)
                #expect(off.errors.contains("only while it runs") && off.errors.contains("strata start meter-flat"))
                try await idle.guest.start()
                let none = try await Tool.strata.run("set", "meter-flat", "--flatten-disk", "vdz", "-c", RealGuests.uri)
                #expect(none.status == 64 && none.errors.contains("there is no such disk"))
                let mixed = try await Tool.strata.run("set", "meter-flat", "--flatten-disk", "hda", "--title", "x")
                #expect(mixed.status == 64 && mixed.errors.contains("goes without other changes"))
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
