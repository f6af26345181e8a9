extension Character {
    /// How many columns a terminal gives to the character: 0, 1 or 2.
    var displayWidth: Int {
        if let ascii = asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
        guard let first = unicodeScalars.first else { return 0 }
        // An emoji with all its modifiers, a flag of two letters, or a sign that U+FE0F makes coloured, is one wide sign.
        let isFlag = (0x1F1E6...0x1F1FF).contains(first.value)
        let isColoured = first.properties.isEmoji && unicodeScalars.contains { $0.value == 0xFE0F }
        if first.properties.isEmojiPresentation || isFlag || isColoured { return 2 }
        return unicodeScalars.reduce(0) { $0 + $1.displayWidth }
    }
}

extension Unicode.Scalar {
    /// How many columns a terminal gives to the scalar alone.
    fileprivate var displayWidth: Int {
        // Latin letters and the lines of boxes are most of every picture; looking up their category would be most of its time.
        if (0x20...0x7E).contains(value) || (0x2500...0x257F).contains(value) { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        // Vowels and final consonants of Hangul stand inside the block that the first consonant opens.
        if (0x1160...0x11FF).contains(value) { return 0 }
        if properties.isEmojiPresentation { return 2 }
        return Self.wideRanges.contains { $0.contains(value) } ? 2 : 1
    }

    /// Blocks whose characters take two columns (East Asian Width "W" and "F").
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
    ]
}

extension StringProtocol {
    /// How many columns a terminal gives to the text.
    var displayWidth: Int { isPlainASCII ? utf8.count : reduce(0) { $0 + $1.displayWidth } }

    /// Whether the text is nothing but printable ASCII, where columns, characters and bytes are one.
    private var isPlainASCII: Bool { utf8.allSatisfy { (0x20...0x7E).contains($0) } }

    /// The text from its start, as much as fits, with `mark` in the place of what does not.
    func truncated(toWidth width: Int, mark: String) -> String {
        if displayWidth <= width { return String(self) }
        return kept(in: width - mark.displayWidth).map { $0 + mark } ?? mark.cut(to: width)
    }

    private func kept(in room: Int) -> String? {
        room > 0 ? cut(to: room) : nil
    }

    /// As many characters from the start as fit.
    private func cut(to room: Int) -> String {
        var used = 0
        return String(
            prefix {
                used += $0.displayWidth
                return used <= room
            })
    }

    /// The text without characters that act on a terminal instead of standing on it.
    ///
    /// Names come from files that anybody may have written: escape sequences must not reach the terminal, nor marks that
    /// turn the direction of the text and so move the borders of a box.
    var standing: String {
        if isPlainASCII { return String(self) }
        return String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x200D, 0x200C: scalar
                    default:
                        switch scalar.properties.generalCategory {
                        case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
                        default: scalar
                        }
                    }
                }))
    }
}
