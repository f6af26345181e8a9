import Testing

@testable import StrataCLI

@Suite("Prose on a terminal") struct ParagraphTests {
    private let paragraph = Paragraph(
        head: "  seen  ", words: "the processor shows neither vmx nor svm; it is itself a guest", indent: 8)

    @Test func aLineEndsBetweenWordsWhereTheTerminalDoes() {
        #expect(
            paragraph.text(columns: 40) == """
                  seen  the processor shows neither vmx
                        nor svm; it is itself a guest

                """)
    }

    @Test func whatNoTerminalShowsIsOneLine() {
        let line = "  seen  the processor shows neither vmx nor svm; it is itself a guest\n"
        #expect(paragraph.text(columns: nil) == line)
        #expect(paragraph.text(columns: 200) == line)
    }

    @Test func aWordThatHasNoRoomAnywhereStandsAlone() {
        let long = String(repeating: "x", count: 60)
        #expect(Paragraph(words: "a \(long) b", indent: 2).text(columns: 40) == "a\n  \(long)\n  b\n")
    }
}
