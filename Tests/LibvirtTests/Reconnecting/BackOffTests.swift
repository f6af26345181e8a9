import Libvirt
import Testing

@Suite("Back-off") struct BackOffTests {
    @Test func eachWaitIsLongerUpToTheLongest() {
        let backOff = BackOff(first: .milliseconds(100), longest: .seconds(1), factor: 3)
        let delays = (1...5).map { backOff.delay(afterFailures: $0) }
        #expect(delays == [.milliseconds(100), .milliseconds(300), .milliseconds(900), .seconds(1), .seconds(1)])
    }

    @Test func itGivesUpAfterItsAttempts() {
        let backOff = BackOff(attempts: 2)
        #expect(backOff.delay(afterFailures: 1) == .milliseconds(100))
        #expect(backOff.delay(afterFailures: 2) == nil)
        #expect(BackOff().delay(afterFailures: 1_000_000) == .seconds(10))
    }

    @Test func aFactorBelowOneNeverEndsInALoop() {
        #expect(BackOff(factor: 0).delay(afterFailures: 3) == .zero)
    }
}
