import Testing

@testable import StrataCLI

@Suite("Tables on a narrow terminal") struct NarrowTableTests {
    private let table = TextTable(
        headings: ["GUEST", "GIVEN", "RESIDENT", "PAGES", "BY THREADS"],
        rows: [["web", "256 MiB", "1 GiB", "9", "vCPU 1"], ["database", "4 GiB", "n/a", "10", "vCPU 2"]],
        alignedRight: 1..<4)

    @Test func whatHasNoRoomBesideStandsBelowWithTheFirstColumn() {
        #expect(
            table.text(columns: 30) == """
                GUEST       GIVEN  RESIDENT
                web       256 MiB     1 GiB
                database    4 GiB       n/a

                GUEST     PAGES  BY THREADS
                web           9  vCPU 1
                database     10  vCPU 2

                """)
    }

    @Test(arguments: [nil, 60, 46]) func whatHasRoomStaysOne(columns: Int?) {
        #expect(table.text(columns: columns) == table.text)
    }

    @Test func aColumnThatFitsNowhereStandsAlone() {
        #expect(table.text(columns: 5).split(separator: "\n\n").count == 4)
    }
}
