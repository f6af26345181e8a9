import Foundation
import Testing
import TestSupport

@Suite("Colours") struct ColourTests {
    /// Every command that has colours.
    static let commands = [
        "diff @/a.xml @/b.xml", "layers web -c @uri", "path web eth0 -c @uri", "top --once --interval 100ms -c @uri",
    ]

    /// What a command writes on a terminal of its own; `variable` is NO_COLOR as `env` takes it.
    private func onTerminal(_ command: String, _ variable: String) async throws -> Tool.Outcome {
        try await Tool(path: "/usr/bin/script").run("-qec", "env \(variable) \(command)", "/dev/null")
    }

    @Test(arguments: commands) func theyComeOnATerminalAndNeverUnderNO_COLOR(command: String) async throws {
        try await withTemporaryFolder { folder in
            _ = try folder.file("a.xml", "<domain><name>a</name></domain>")
            _ = try folder.file("b.xml", "<domain><name>b</name></domain>")
            let adapter = "<interface type='user'><target dev='eth0'/></interface>"
            let uri = try testHostURI(in: folder, domains: [.running("web", devices: adapter)])
            let line = command.replacing("@uri", with: "'\(uri)'").replacing("@", with: folder.path)
            let full = "\(Tool.strata.path) \(line)"
            for variable in ["-u NO_COLOR", "NO_COLOR="] {
                let outcome = try await onTerminal(full, variable)
                #expect(outcome.output.contains(/\x1B\[[0-9;]+m/), "\(variable): \(outcome.output)")
            }
            for variable in ["NO_COLOR=1", "NO_COLOR=false"] {
                let outcome = try await onTerminal(full, variable)
                #expect(!outcome.output.isEmpty && !outcome.output.contains("\u{1B}"), "\(variable): \(outcome.output)")
            }
            let words = line.replacing("'", with: "").split(separator: " ").map(String.init)
            let piped = try await Tool.strata.run(words, environment: ["NO_COLOR": ""])
            #expect(!piped.output.isEmpty && !piped.output.contains("\u{1B}"), "\(piped.output)")
        }
    }
}
