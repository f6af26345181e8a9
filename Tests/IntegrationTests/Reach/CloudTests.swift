import Foundation
import Libvirt
import LibvirtXML
import Testing
import TestSupport

extension RealGuests {
    /// One boot of the cloud image takes an emulated processor a minute, so one test does everything with it.
    @Suite("A guest from a cloud image") struct CloudTests {
        @Test func itIsMadeLoggedInToSavedRenamedAndGone() async throws {
            try await CloudGuest.with("r-cloud", renamed: "r-cloud-2") { cloud in
                try itBecameReady(cloud)
                try await itsAddressIsFound(cloud)
                try await commandsRunInIt(cloud)
                try await filesGoInAndOut(cloud)
                try await itsFirstBootsMediumGoes(cloud)
                try await itIsSavedAndGoesOn(cloud)
                try await itIsLoggedInTo(cloud)
                try await itIsRenamedAndGone(cloud)
            }
        }

        private func itBecameReady(_ cloud: CloudGuest) throws {
            let report = try JSONDecoder().decode(Report.self, from: Data(cloud.creation.output.utf8))
            #expect(report.stage == "ssh")
            #expect(report.proofs.contains { $0.stage == "kernel" && $0.observation.contains("its console says: ") })
            #expect(report.proofs.first?.stage == "powered-on")
            #expect(cloud.creation.errors.contains("r-cloud: created and started\n"))
        }

        private struct Report: Decodable {
            struct Proof: Decodable {
                let stage: String
                let observation: String
            }
            let stage: String
            let proofs: [Proof]
        }

        private func itsAddressIsFound(_ cloud: CloudGuest) async throws {
            let best = try await cloud.strata(["ip", cloud.name])
            #expect(best.output.hasPrefix("192.168.231."), "\(best.errors)")
            let all = try await cloud.strata(["ip", cloud.name, "--all"])
            #expect(all.output.contains("agent, lease"))
        }

        private func commandsRunInIt(_ cloud: CloudGuest) async throws {
            let shell = ["exec", cloud.name, "--", "sh", "-c"]
            let mixed = try await cloud.strata(shell + ["echo out; echo err >&2; exit 7"])
            #expect(mixed.status == 7)
            #expect(mixed.output == "out\n")
            #expect(mixed.errors == "err\n")
            let pipe = "echo hello | \(Tool.strata.path) exec -q -c \(RealGuests.uri) r-cloud --stdin -- tr a-z A-Z"
            let fed = try await Tool(path: "/bin/sh").run("-c", pipe)
            #expect(fed.output == "HELLO\n", "\(fed.errors)")
            let words = try await cloud.strata(["exec", cloud.name, "--", "printf", "%s|", "a b", "$HOME", "'x'"])
            #expect(words.output == "a b|$HOME|'x'|", "\(words.errors)")
            #expect(try await cloud.strata(["exec", cloud.name, "--", "no-such-program"]).status == 127)
            let late = try await cloud.strata(["exec", cloud.name, "--timeout", "1s", "--", "sleep", "1234"])
            #expect(late.status == 75, "\(late.errors)")
            let much = try await cloud.strata(["exec", cloud.name, "--limit", "1", "--", "yes"])
            #expect(much.status == 1)
            #expect(much.errors.contains("more than 1 MiB"))
            // Nothing of all that goes on, or is left.
            let left = try await cloud.strata(shell + ["pgrep -x 'sleep|yes'; find /tmp -mindepth 2 -name out; true"])
            #expect(left.output.split(separator: "\n").count <= 1, "\(left.output)")
            try await outputComesAsItIsWritten(cloud)
        }

        private func outputComesAsItIsWritten(_ cloud: CloudGuest) async throws {
            let running = try Tool.strata.start(
                ["exec", "-q", "-c", RealGuests.uri, cloud.name, "--", "sh", "-c", "echo early; sleep 600"])
            #expect(await eventually(within: .seconds(60)) { running.outputSoFar == "early\n" })
            running.signal(SIGINT)
            #expect(try await running.outcome().status == 130)
            let left = try await cloud.strata(["exec", cloud.name, "--", "pgrep", "-f", "sleep 600"])
            #expect(left.output.split(separator: "\n").count <= 1, "\(left.output)")
        }

        private func filesGoInAndOut(_ cloud: CloudGuest) async throws {
            let bytes = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) })
            try bytes.write(to: URL(fileURLWithPath: cloud.path("sent")))
            #expect(chmod(cloud.path("sent"), 0o750) == 0)
            let sent = try await cloud.strata(["cp", cloud.path("sent"), "r-cloud:/root/"])
            #expect(sent.status == 0, "\(sent.errors)")
            let listed = try await cloud.strata(["exec", cloud.name, "--", "ls", "-lA", "/root"])
            #expect(listed.output.contains("-rwxr-x--- 1 root root 300000"))
            #expect(!listed.output.contains(".part-"))
            let fetched = try await cloud.strata(["cp", "r-cloud:/root/sent", cloud.path("fetched")])
            #expect(fetched.status == 0, "\(fetched.errors)")
            #expect(try Data(contentsOf: URL(fileURLWithPath: cloud.path("fetched"))) == bytes)

            let missing = try await cloud.strata(["cp", "r-cloud:/no/such", cloud.path("missing")])
            #expect(missing.status != 0)
            #expect(missing.errors.contains("No such file"))
            let folders = try FileManager.default.contentsOfDirectory(atPath: cloud.folder.path)
            #expect(!folders.contains { $0.contains("missing") || $0.contains(".part-") })
            let nowhere = try await cloud.strata(["cp", cloud.path("sent"), "r-cloud:/no/such/folder/x"])
            #expect(nowhere.status != 0)
            let folderless = try await cloud.strata(["cp", "r-cloud:/etc/hostname", cloud.path("no/such")])
            #expect(folderless.status == 66)
            #expect(folderless.errors.contains("no/such: No such file"), "\(folderless.errors)")
            let unknown = try await cloud.strata(["exec", cloud.name, "--", "no-such-command"])
            #expect(unknown.status == 127)
            #expect(unknown.errors == "no-such-command: there is no such command in the guest\n")
        }

        /// It goes when cloud-init is done, also when the process that takes it out dies on the way.
        private func itsFirstBootsMediumGoes(_ cloud: CloudGuest) async throws {
            func media() async throws -> [String?] {
                [try await cloud.guest.xml(), try await cloud.guest.xml(inactive: true)].map { xml in
                    try? DomainDocument(xml: xml).disks.first { $0.device == .cdrom }?.source
                }
            }
            let seed = cloud.path("r-cloud-seed.iso")
            let before = try await media()
            #expect(before == [seed, seed])
            let wait = ["wait", cloud.name, "--for", "cloud-init", "--timeout", "5m"]
            let killed = try await cloud.strata(wait, ["STRATA_CRASH_AT": "3"])
            #expect(killed.status == 137, "\(killed.errors)")
            let half = try await media()
            #expect(half == [nil, nil])
            let health = try await cloud.strata(["doctor"])
            #expect(health.output.contains("the first boot's medium of guest 'r-cloud'"), "\(health.output)")
            // Any delete finishes it, even one that has nothing else to do.
            _ = try await cloud.strata(["delete", "no-such-guest", "--yes"])
            #expect(!FileManager.default.fileExists(atPath: seed))
            #expect(try await cloud.loudStrata(wait).output == "r-cloud: cloud-init\n")
            // What cloud-init does first on every boot finds the same instance without it.
            let again = try await cloud.strata(
                ["exec", cloud.name, "--", "sh", "-c", "cloud-init init --local && ls /var/lib/cloud/instances"])
            #expect(again.output.hasSuffix(cloud.guest.uuid.uuidString.lowercased() + "\n"), "\(again.output)")
        }

        private func itIsLoggedInTo(_ cloud: CloudGuest) async throws {
            // As whom is in the definition.
            let login = ["--key", cloud.key]
            let first = try await cloud.strata(["ssh", cloud.name] + login + ["--", "hostname; exit 5"])
            #expect(first.status == 5)
            #expect(first.output == "r-cloud\n", "\(first.errors)")
            let copied = try await cloud.strata(["cp", "r-cloud:/etc/hostname", cloud.path("hostname")] + login)
            #expect(copied.status == 0, "\(copied.errors)")
            #expect(try String(contentsOfFile: cloud.path("hostname"), encoding: .utf8) == "r-cloud\n")

            // Without the agent the kept key counts, and a server with another one is refused.
            let stop = try await cloud.strata([
                "exec", cloud.name, "--", "sh", "-c", "(sleep 1; systemctl stop qemu-guest-agent) >/dev/null 2>&1 &",
            ])
            #expect(stop.status == 0, "\(stop.errors)")
            let isGone = try await eventually(within: .seconds(60)) {
                try await cloud.strata(["exec", cloud.name, "--", "true"]).status == 5
            }
            #expect(isGone)
            #expect(try await cloud.strata(["ssh", cloud.name] + login + ["--", "true"]).status == 0)
            let kept = URL(
                fileURLWithPath: cloud.path("state/strata/known-hosts/\(cloud.guest.uuid.uuidString.lowercased())"))
            let own = try String(contentsOfFile: cloud.path("key.pub"), encoding: .utf8).split(separator: " ")[1]
            let identity = cloud.guest.uuid.uuidString.lowercased()
            try Data("\(identity) ssh-ed25519 \(own)\n".utf8).write(to: kept)
            let refused = try await cloud.strata(["ssh", cloud.name] + login + ["--", "true"])
            #expect(refused.status == 255)
            #expect(refused.errors.contains("REMOTE HOST IDENTIFICATION HAS CHANGED"))
        }

        private func itIsSavedAndGoesOn(_ cloud: CloudGuest) async throws {
            let saved = try await cloud.strata(["save", cloud.name])
            #expect(saved.status == 0, "\(saved.errors)")
            #expect(try await !cloud.guest.isActive)
            let restored = try await cloud.strata(["start", cloud.name])
            #expect(restored.status == 0, "\(restored.errors)")
            let login = ["--user", "debian", "--key", cloud.key]
            let name = try await cloud.strata(["ssh", cloud.name, "--wait", "2m"] + login + ["--", "hostname"])
            #expect(name.output == "r-cloud\n", "\(name.errors)")
        }

        private func itIsRenamedAndGone(_ cloud: CloudGuest) async throws {
            for words in [
                ["stop", "r-cloud", "--timeout", "2m"], ["rename", "r-cloud", "r-cloud-2"],
                ["delete", "r-cloud-2", "--yes"],
            ] {
                let outcome = try await cloud.strata(words)
                #expect(outcome.status == 0, "\(words): \(outcome.errors)")
            }
            #expect(try await !RealGuests.guestNames().contains { $0.hasPrefix("r-cloud") })
            try await cloud.pool.refresh()
            let left = try FileManager.default.subpathsOfDirectory(atPath: cloud.folder.path).filter {
                $0.contains("r-cloud") || $0.contains(cloud.guest.uuid.uuidString.lowercased())
                    || $0.hasSuffix(".journal")
            }
            #expect(left == [])
            let logs = try FileManager.default.contentsOfDirectory(atPath: "/var/log/libvirt/qemu")
            #expect(logs.filter { $0.hasPrefix("r-cloud.") || $0.hasPrefix("r-cloud-2.") } == [])
            #expect(try await cloud.network.ports().isEmpty)
        }
    }
}
