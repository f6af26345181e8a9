import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    /// One boot of the cloud image takes an emulated processor a minute, so one test does everything with it.
    @Suite("A guest from a cloud image") struct CloudTests {
        @Test func itIsWaitedForLoggedInToAndTalkedToThroughItsAgent() async throws {
            try await CloudGuest.with("r-cloud") { cloud in
                try await itBecomesReady(cloud)
                try await itsAddressIsFound(cloud)
                try await commandsRunInIt(cloud)
                try await filesGoInAndOut(cloud)
                try await itIsLoggedInTo(cloud)
            }
        }

        private func itBecomesReady(_ cloud: CloudGuest) async throws {
            let arguments = ["wait", cloud.name, "--for", "cloud-init", "--timeout", "15m", "--format", "json"]
            let waiting = try await cloud.strata(arguments)
            try #require(waiting.status == 0, "\(waiting.errors)")
            let report = try JSONDecoder().decode(Report.self, from: Data(waiting.output.utf8))
            #expect(report.stage == "cloud-init")
            #expect(report.proofs.contains { $0.stage == "kernel" && $0.observation.contains("its console says: ") })
            #expect(report.proofs.first?.stage == "powered-on")
            let ssh = try await cloud.strata(["wait", cloud.name, "--for", "ssh", "--timeout", "5m"])
            #expect(ssh.output == "r-cloud: ssh\n", "\(ssh.errors)")
            let agent = try await cloud.strata(["wait", cloud.name, "--for", "agent", "--timeout", "1m"])
            #expect(agent.status == 0, "\(agent.errors)")
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
        }

        private func itIsLoggedInTo(_ cloud: CloudGuest) async throws {
            let login = ["--user", "debian", "--key", cloud.key]
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
    }
}
