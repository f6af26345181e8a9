import Strata
import Testing

@testable import StrataCLI

@Suite("Progress lines") struct ProgressLineTests {
    private func text(_ done: ByteCount, of total: ByteCount?, after seconds: Int = 2, width: Int = 80) -> String {
        let state = ProgressBar.State(label: "a: downloading", done: done, total: total)
        return ProgressLine(state: state, arrived: done, elapsed: .seconds(seconds)).text(width: width)
    }

    @Test func itSaysHowMuchHowFastAndHowLong() {
        #expect(
            text(.mebibytes(50), of: .mebibytes(200))
                == "a: downloading  25 %  [####------------]  50 MiB of 200 MiB, 25 MiB/s, 6 s left")
        #expect(text(.mebibytes(50), of: nil) == "a: downloading  50 MiB, 25 MiB/s")
    }

    @Test func aNarrowTerminalHasNoBarAndIsNeverOverrun() {
        for width in 0...200 {
            #expect(text(.mebibytes(50), of: .mebibytes(200), width: width).count <= max(0, width - 1))
        }
        #expect(text(.mebibytes(50), of: .mebibytes(200), width: 40) == "a: downloading  25 %  50 MiB of 200 MiB")
    }

    @Test func whatCannotBeKnownIsLeftOut() {
        #expect(text(.zero, of: .mebibytes(200)) == "a: downloading  0 %  [----------------------------------------]  ")
        #expect(text(.mebibytes(2), of: .mebibytes(1)).hasPrefix("a: downloading  100 %"))
        #expect(text(.mebibytes(2), of: .mebibytes(9), after: 0).hasSuffix("  2 MiB of 9 MiB"))
    }
}
