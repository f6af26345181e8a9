import Strata
import Testing

@testable import StrataCLI

@Suite("Arguments") struct ParsingTests {
    @Test(
        arguments: [
            ("40", 40_000), ("40s", 40_000), ("2m", 120_000), ("1h30m", 5_400_000), ("500ms", 500), ("1.5s", 1500),
            ("1d", 86_400_000), ("0", 0),
        ] as [(String, Int64)])
    func durationsAreRead(text: String, milliseconds: Int64) {
        #expect(DurationArgument(argument: text)?.duration == .milliseconds(milliseconds))
    }

    @Test(arguments: ["", "s", "40x", "-1s", "1h30", "4 0s", "1..5s", "99999999999999h"])
    func nonsenseIsRefused(text: String) {
        #expect(DurationArgument(argument: text) == nil)
    }

    @Test func everyFailureHasAnExitStatusOfItsOwn() {
        let statuses = Failure.Kind.allCases.map(ExitStatus.init)
        #expect(Set(statuses).count == Failure.Kind.allCases.count)
        #expect(!statuses.contains(.success))
    }

    @Test func theExitStatusTableIsTheDocumentedOne() {
        let table = ExitStatus.allCases.map { "\($0) \($0.rawValue)" }
        #expect(
            table == [
                "success 0", "failed 1", "noSuchGuest 2", "wrongState 3", "nameTaken 4", "notReady 5", "changes 10",
                "usage 64", "badDefinition 65", "missingFile 66", "unreachable 69", "timedOut 75", "noPermission 77",
                "unsupported 78", "interrupted 130",
            ])
    }
}
