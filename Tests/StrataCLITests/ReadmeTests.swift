import ArgumentParser
import Foundation
import Testing
import TestSupport

@testable import StrataCLI

/// What the README says is so.
@Suite("The README") struct ReadmeTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    @Test func itsExampleIsTheOneThatIsCompiled() throws {
        let example = try text("Tests/Embedding/main.swift")
        #expect(try text("README.md").contains("```swift\n\(example)```"))
    }

    @Test func itsExampleRuns() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [])
            let file = try folder.file("web.xml", TestDomain.shutOff("web").definition)
            let example = Tool.strata.sibling("embedding-example")
            let outcome = try await example.run(uri, file)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.hasPrefix("web started"))
            #expect(outcome.output.hasSuffix("256 MiB\n"))
        }
    }

    @Test func itListsEveryCommandAndNoOther() throws {
        let table = try text("README.md").split(separator: "\n").filter { $0.hasPrefix("| ") }.joined()
        let listed = table.matches(of: /`strata ([a-z-]+)/).map { String($0.1) }
        let commands = RootCommand.configuration.groupedSubcommands.flatMap { $0.subcommands }
        #expect(listed.sorted() == commands.compactMap { $0.configuration.commandName }.sorted())
    }

    @Test func itIsShort() throws {
        #expect(try text("README.md").split(separator: "\n", omittingEmptySubsequences: false).count <= 121)
    }

    @Test func itHasTheExitCodes() throws {
        let readme = try text("README.md")
        for status in ExitStatus.allCases { #expect(readme.contains("`\(status.rawValue)`"), "\(status)") }
    }
}
