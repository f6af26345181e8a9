import Quantities
import Testing

@testable import StrataLayers

@Suite("The rule no-page-merging") struct NoPageMergingTests {
    @Test func equalPagesAreWorthMergingWhenMemoryIsShortAndGuestsAreAlike() throws {
        var host = AdvisedExample.host
        host.layer.pageMerging = PageMerging(isRunning: false, sharedPages: 0, savedPages: 0)
        let guest = try AdvisedExample.guest()
        let rule = AdviceRule.noPageMerging
        func findings(_ count: Int) -> [Suggestion] {
            rule.findings(in: AdviceEvidence(host: host, guests: [AdvisedGuest](repeating: guest, count: count)))
        }
        #expect(findings(3).isEmpty, "there is memory enough")
        host.layer.memory?.available = .gibibytes(4)
        #expect(findings(3).first?.guest == nil)
        #expect(findings(3).first?.remedy == "echo 1 > /sys/kernel/mm/ksm/run")
        #expect(findings(2).isEmpty)
        host.layer.pageMerging?.isRunning = true
        #expect(findings(3).isEmpty)
    }
}
