import Foundation
import Testing
import TestSupport

/// Verbs for several guests, against libvirt's test driver.
@Suite("Choosing guests") struct SelectionCommandTests {
    private func withHost(
        _ domains: [TestDomain] = [.running("web-1"), .running("web-2"), .shutOff("db")],
        _ body: (String) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in try await body(try testHostURI(in: folder, domains: domains)) }
    }

    @Test(
        arguments: [
            (["web-*"], "web-1 web-2"), (["db"], "db"), (["--state", "off"], "db"), (["--state", "Shut-Off"], "db"),
            (["--state", "running"], "web-1 web-2"), (["web-*", "--state", "off"], ""), (["*-2", "db"], "web-2 db"),
            (["--tag", "env"], ""), (["web-[12]"], "web-1 web-2"),
        ] as [([String], String)])
    func listShowsThoseThatFit(arguments: [String], names: String) async throws {
        try await withHost { uri in
            let outcome = try await Tool.strata.run(["list", "--format", "json", "-c", uri] + arguments)
            let rows = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
            #expect(rows?.compactMap { $0["name"] as? String }.joined(separator: " ") == names, "\(outcome.errors)")
        }
    }

    @Test(
        arguments: [
            (["pause", "--all"], "web-1: paused\nweb-2: paused\n"), (["pause", "web-1"], "web-1: paused\n"),
            (["start", "--all"], "db: started\n"),
            (["stop", "web-*", "--force"], "web-1: switched off\nweb-2: switched off\n"),
            (["stop", "--state", "running", "--force"], "web-1: switched off\nweb-2: switched off\n"),
            (["reboot", "web-2"], "web-2: was asked to reboot\n"), (["resume", "--all"], ""),
            (["restore", "--all"], ""), (["restore", "web-*"], ""), (["restore", "--tag", "env"], ""),
            (["autostart", "db"], "db: starts with the host\n"),
            (["rename", "db", "base"], "db: is now called base\n"),
            (["save", "web-1"], "web-1: saved\n"), (["tag", "db"], "db: no labels\n"),
            (["tag", "web-*", "env=dev"], "web-1: env=dev\nweb-2: env=dev\n"),
        ] as [([String], String)])
    func aVerbDoesItsWorkOnEachGuestThatIsMeant(arguments: [String], output: String) async throws {
        try await withHost { uri in
            let outcome = try await Tool.strata.run(arguments + ["-c", uri])
            #expect(outcome.output == output, "\(outcome.errors)")
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
    }

    @Test(
        arguments: [
            (["resume", "web-1"], 3), (["pause", "db"], 3), (["rename", "web-1", "x"], 3), (["restore", "db"], 3),
            (["reboot", "ghost"], 2), (["stop", "ghost-*"], 2), (["save", "ghost", "web-1"], 2),
            (["tag", "ghost", "a=b"], 2),
            (["start"], 64), (["stop", "--all", "web-1"], 64), (["pause", "--state", "asleep"], 64),
            (["rename", "db", "a/b"], 64), (["rename", "db", ""], 64), (["tag", "env=dev"], 64),
            (["tag", "db", "=x"], 64),
            (["restore", "--all", "--from", "/tmp/x"], 64), (["restore", "ghost-*"], 2),
            (["save", "--all", "--to", "/tmp/x"], 64), (["restore"], 64), (["restore", "db", "--from", "/tmp/x"], 64),
            (["list", "--tag", "=dev"], 64), (["info"], 64),
        ] as [([String], Int32)])
    func whatCannotBeDoneHasAReasonAndItsExitCode(arguments: [String], status: Int32) async throws {
        try await withHost { uri in
            let outcome = try await Tool.strata.run(arguments + ["-c", uri])
            #expect(outcome.status == status, "\(outcome.errors)")
            #expect(outcome.errors.lowercased().contains("error:"))
        }
    }

    @Test func thoseThatAPatternFitsAndAVerbDoesNotAreNamed() async throws {
        try await withHost { uri in
            let outcome = try await Tool.strata.run("pause", "d*", "web-1", "-c", uri)
            #expect(outcome.output == "web-1: paused\n")
            #expect(outcome.errors == "db: left alone: it is shut off\n")
            let nobody = try await Tool.strata.run("pause", "d*", "-c", uri)
            #expect(nobody.errors == "db: left alone: it is shut off\nno guest is meant by that\n")
            let saved = try await Tool.strata.run("restore", "*", "-c", uri)
            #expect(saved.errors.contains("web-1: left alone: it is running\n"), "\(saved.errors)")
        }
    }

    @Test func severalGuestsAreShownOneAfterTheOther() async throws {
        try await withHost { uri in
            let two = try await Tool.strata.run("info", "web-*", "-c", uri)
            #expect(two.output.matches(of: /name +web-[12]\n/).count == 2)
            let one = try await Tool.strata.run("info", "db", "--format", "json", "-c", uri)
            #expect(one.output.hasPrefix("{"))
            let many = try await Tool.strata.run("info", "db", "web-1", "--format", "json", "-c", uri)
            #expect(many.output.hasPrefix("["))
        }
    }
}
