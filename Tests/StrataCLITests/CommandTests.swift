import ArgumentParser
import Foundation
import Testing
@testable import StrataCLI
import TestSupport

/// The built command against libvirt's test driver; no daemon is needed.
@Suite("The command") struct CommandTests {
    private func withHost(
        _ domains: [TestDomain] = [.running("web"), .shutOff("db")], _ body: (String, URL) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try await body(try testHostURI(in: folder, domains: domains), folder)
        }
    }

    @Test func listShowsRunningGuestsAndAllWithAll() async throws {
        try await withHost { uri, _ in
            let running = try await Tool.strata.run("list", "-c", uri)
            #expect(running.output == "ID  NAME  STATE    VCPUS  MEMORY\n1   web   running  -      -\n")
            #expect(running.errors.isEmpty)
            #expect(running.status == 0)
            let all = try await Tool.strata.run("list", "--all", "-c", uri)
            #expect(all.output.contains("-   db    shut off"))
            let off = try await Tool.strata.run("list", "--inactive", "-c", uri)
            #expect(!off.output.contains("web"))
        }
    }

    @Test func jsonHasStableKeys() async throws {
        try await withHost([.running("web")]) { uri, _ in
            let outcome = try await Tool.strata.run("list", "--format", "json", "-c", uri)
            let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
            let rows = try #require(json as? [[String: Any]])
            #expect(rows.count == 1)
            #expect(rows.first.map { Set($0.keys) } == ["id", "name", "state", "uuid"])
        }
    }

    @Test func infoTellsOfOneGuest() async throws {
        try await withHost { uri, _ in
            let outcome = try await Tool.strata.run("info", "web", "-c", uri)
            #expect(outcome.status == 0)
            // The test driver gives no reason for the state of the domains that its file begins with.
            #expect(outcome.output.contains("state                 running (unspecified)\n"))
            #expect(outcome.output.contains("memory                128 MiB\n"))
        }
    }

    @Test func aGuestThatIsNotThereHasItsOwnExitCode() async throws {
        try await withHost { uri, _ in
            for verb in ["info", "console", "start", "stop", "undefine"] {
                let outcome = try await Tool.strata.run(verb, "ghost", "-c", uri)
                #expect(outcome.status == 2, "\(verb)")
                #expect(outcome.errors.contains("error: domain 'ghost'"), "\(verb)")
                #expect(outcome.errors.contains("hint: strata list --all"), "\(verb)")
                #expect(outcome.output.isEmpty, "\(verb)")
            }
        }
    }

    @Test func severalGuestsAreReportedEachAndTheWholeFailsOnce() async throws {
        try await withHost([.running("a"), .running("b")]) { uri, _ in
            let outcome = try await Tool.strata.run("stop", "a", "ghost", "b", "--force", "-c", uri)
            #expect(outcome.status == 2)
            #expect(outcome.output == "a: switched off\nb: switched off\n")
            #expect(outcome.errors.contains("error: domain 'ghost'"))
        }
    }

    @Test func unknownConnectionsCannotBeReached() async throws {
        let outcome = try await Tool.strata.run("list", "-c", "qemu+unix:///system?socket=/nowhere/at-all")
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("hint: start the daemon"))
    }

    @Test(arguments: [
        ["lst"], ["list", "--format", "yaml"], ["run"], ["run", "x.xml", "--timeout", "soon"],
        ["list", "--all", "--inactive"],
    ])
    func wrongArgumentsAreAUsageError(arguments: [String]) async throws {
        let outcome = try await Tool.strata.run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("error: strata"), "\(outcome.errors)")
        #expect(outcome.errors.contains("\nhint: strata"), "\(outcome.errors)")
        #expect(outcome.errors.hasSuffix(" --help shows how it is used\n"), "\(outcome.errors)")
    }

    @Test func helpGoesToStandardOutputAndHasAnExample() async throws {
        let commands = RootCommand.configuration.groupedSubcommands.flatMap { $0.subcommands }
        let verbs = commands.filter { $0.configuration.subcommands.isEmpty }.map { $0._commandName }
        for verb in verbs {
            let outcome = try await Tool.strata.run(verb, "--help")
            #expect(outcome.status == 0, "\(verb)")
            #expect(outcome.output.contains("Example:"), "\(verb)")
        }
    }

    @Test func aConnectionFromTheEnvironmentIsTakenAndNamed() async throws {
        try await withHost { uri, _ in
            let outcome = try await Tool.strata.run("list", environment: ["LIBVIRT_DEFAULT_URI": uri])
            #expect(outcome.output.contains("web"))
            #expect(outcome.errors == "connection: \(uri) (named by LIBVIRT_DEFAULT_URI)\n")
            let quiet = try await Tool.strata.run("list", "-q", environment: ["LIBVIRT_DEFAULT_URI": uri])
            #expect(quiet.errors.isEmpty)
        }
    }

    @Test func eventsAreLinesOfJSON() async throws {
        // One process watches; `test:///default` hosts are private to a process, so it is given nothing to see.
        let outcome = try await Tool.strata.run("events", "--timeout", "200ms", "-c", "test:///default", "-q")
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
    }

    @Test func layersDrawsWithinTheGivenWidth() async throws {
        try await withHost { uri, _ in
            let outcome = try await Tool.strata.run("layers", "--width", "70", "-c", uri)
            #expect(outcome.status == 0)
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.allSatisfy { $0.count <= 70 })
            #expect(outcome.output.contains("guest web"))
            #expect(outcome.output.contains("hardware"))
        }
    }
}
