import Testing
import TestSupport

/// Runs the program `fault-injection`, which does the work: it makes each call of each operation fail once.
@Suite("Fault injection") struct FaultInjectionTests {
    @Test func everyCallOfAnOperationMayFail() async throws {
        let outcome = try await Tool.strata.sibling("fault-injection").run()
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        let calls = outcome.output.split(separator: "\n").compactMap { Int($0.split(separator: "\t")[1]) }
        #expect(calls.count == 12)
        #expect(calls.allSatisfy { $0 > 2 })
    }
}
