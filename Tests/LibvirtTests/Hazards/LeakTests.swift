import Testing
import TestSupport

/// Runs the program `fault-injection` to look for leaks: there libvirt's allocations are counted, too, and nothing else
/// runs beside it.
@Suite("Leaks") struct LeakTests {
    @Test func aHundredThousandCallsLeaveNothing() async throws {
        let outcome = try await Tool.strata.sibling("fault-injection").run("leaks")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        let calls = outcome.output.split(separator: "\t").last.flatMap { Int($0.filter(\.isNumber)) }
        #expect(calls ?? 0 >= 100_000)
    }
}
