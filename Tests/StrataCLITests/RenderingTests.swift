import Testing

@testable import StrataCLI

@Suite("Output") struct RenderingTests {
    @Test func columnsAreAlignedAndTheLastIsNotPadded() {
        let table = TextTable(headings: ["ID", "NAME"], rows: [["-", "a"], ["12", "longer"]])
        #expect(table.text == "ID  NAME\n-   a\n12  longer\n")
    }

    @Test func aTableWithoutRowsIsItsHeading() {
        #expect(TextTable(headings: ["A", "B"], rows: []).text == "A  B\n")
    }

    @Test(arguments: [(0, "0.00 s"), (3210, "3.21 s"), (999, "1.00 s"), (60_005, "60.01 s")] as [(Int, String)])
    func secondsHaveTwoDecimals(milliseconds: Int, text: String) {
        #expect(Duration.milliseconds(milliseconds).seconds == text)
    }
}
