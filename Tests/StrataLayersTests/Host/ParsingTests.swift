import Testing

@testable import StrataLayers

@Suite("Parsing of kernel files") struct ParsingTests {
    @Test func onlyTheFirstEntryCountsWhereAskedFor() {
        let lines = KeyedLines("\na : 1\nb: 2\n \na: 3\nc: 4\n", stopsAtBlankLine: true)
        #expect(lines["a"] == "1")
        #expect(lines["b"] == "2")
        #expect(lines["c"] == nil)
    }

    @Test func aValueMayHoldTheSeparatorAndAnEmptyOneIsNone() {
        let lines = KeyedLines("path=/a=b\nempty=\n", separator: "=")
        #expect(lines["path"] == "/a=b")
        #expect(lines["empty"] == nil)
    }

    @Test func numberListsAreSortedAndEachNumberCountsOnce() {
        #expect(NumberList("8,0-2,1\n")?.numbers == [0, 1, 2, 8])
        #expect(NumberList("1-2-3") == nil)
    }

    @Test func trimmingTakesNULsToo() {
        #expect(" a b\0\n".trimmed == "a b")
        #expect("\0\n".trimmed == "")
    }

    @Test func aReadingStopsAtItsLimit() throws {
        try withRecordedHost("nested-vm") { host in
            try host.write(String(repeating: "y", count: 100_000), to: "/long")
            #expect(try HostFiles(root: host.root).text("/long", limit: 5000).count == 5000)
        }
    }

    @Test func aMissingFileSaysSo() {
        let failure = #expect(throws: HostFiles.Unreadable.self) { try HostFiles(root: "/nowhere").text("/x") }
        #expect(failure?.reason == "there is no /x")
    }
}
