import Foundation
import Testing
import TestSupport

@testable import StrataLayers

@Suite("Rules") struct AdviceRuleTests {
    @Test func eachHasACaseAndANameOfItsOwn() {
        #expect(AdvisedCase.all.map(\.rule.name).sorted() == AdviceRule.all.map(\.name).sorted())
        #expect(Set(AdviceRule.all.map(\.name)).count == AdviceRule.all.count)
    }

    @Test func theArticleHasEachOfThem() throws {
        let project = URL(fileURLWithPath: #filePath).appending(path: "../../../..").standardizedFileURL
        let article = project.appending(path: "Sources/StrataLayers/StrataLayers.docc/Rules.md")
        let rows = try String(contentsOf: article, encoding: .utf8).split(separator: "\n")
        let named = rows.filter { $0.hasPrefix("| `") }.compactMap { $0.split(separator: "`").dropFirst().first }
        #expect(named.map(String.init).sorted() == AdviceRule.all.map(\.name).sorted())
    }

    @Test(arguments: AdviceRule.all.map(\.name))
    func anOrdinaryGuestIsNoCaseOfIt(name: String) throws {
        let rule = try #require(AdviceRule.all.first { $0.name == name })
        #expect(AdvisedExample.findings(rule, try AdvisedExample.guest(drivers: true)).isEmpty)
    }

    @Test(arguments: AdvisedCase.all)
    func aFindingSaysWhatWasSeenWhatIsGainedWhatIsRiskedAndWhatToDo(example: AdvisedCase) throws {
        let finding = try #require(try example.findings(example.xml).first)
        #expect(finding.rule == example.rule.name)
        #expect(!finding.evidence.isEmpty && !finding.evidence.contains(""))
        #expect(!finding.problem.isEmpty && !finding.gain.isEmpty && !finding.risk.isEmpty)
        #expect(finding.command != nil || finding.remedy != nil)
    }

    /// The command goes through a shell, as somebody would type it, to a definition in a file.
    @Test(arguments: AdvisedCase.all)
    func itsCommandMakesItFallSilent(example: AdvisedCase) async throws {
        guard let command = try example.findings(example.xml).first?.command else {
            #expect(Self.withoutCommand.contains(example.rule.name))
            return
        }
        // It is of a running guest's disk: a test on a real one does it.
        guard example.rule.name != "deep-chain" else { return }
        try await withTemporaryFolder { folder in
            let file = try folder.file("web.xml", example.xml)
            let guest = "strata set web "
            try #require(command.hasPrefix(guest))
            let words = "'\(Tool.strata.path)' set '\(file)' \(command.dropFirst(guest.count))"
            let outcome = try await Tool(path: "/bin/sh").run("-c", words)
            try #require(outcome.status == 0, "\(words): \(outcome.errors)")
            let after = try String(contentsOfFile: file, encoding: .utf8)
            #expect(after != example.xml)
            #expect(try example.findings(after).isEmpty, "\(words)")
        }
    }

    /// What no guest has: settings of the host.
    private static let withoutCommand: Set = ["no-host-kvm", "no-page-merging"]

    @Test func commandsAreQuotedForShells() {
        var finding = Suggestion(
            "x", "x", evidence: [], gain: "", risk: "", changes: [.set(field: "cpu", value: "host-model")])
        finding.guest = "it's a guest"
        #expect(finding.command == "strata set 'it'\\''s a guest' --cpu host-model")
    }
}
