import Testing

@testable import StrataLayers

@Suite("Columns of text") struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("naïve", 5), ("cafe\u{301}", 4), ("日本", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("ｆｕｌｌ", 8), ("😀", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇩🇪", 2), ("❤️", 2), ("─│", 2), ("a\u{200D}b", 2), ("…·▲", 3),
    ])
    func everyTextHasItsWidth(text: String, width: Int) {
        #expect(text.displayWidth == width)
    }

    @Test func aTextThatFitsIsNotTouched() {
        #expect("abcde".truncated(toWidth: 5, mark: "…") == "abcde")
    }

    @Test func aLongTextEndsInAMark() {
        #expect("abcdef".truncated(toWidth: 5, mark: "…") == "abcd…")
        #expect("abcdef".truncated(toWidth: 5, mark: "...") == "ab...")
        #expect("abcdef".truncated(toWidth: 2, mark: "...") == "..")
    }

    @Test func aWideCharacterIsNeverCutInHalf() {
        #expect("日本語".truncated(toWidth: 4, mark: "…") == "日…")
        #expect("日本語".truncated(toWidth: 5, mark: "…") == "日本…")
    }

    @Test func whatActsOnTheTerminalIsReplaced() {
        #expect("a\u{1B}[2Jb\u{9B}c\u{202E}d\r\n".standing == "a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}d\u{FFFD}\u{FFFD}")
        #expect("👩‍👧".standing == "👩‍👧")
    }
}
