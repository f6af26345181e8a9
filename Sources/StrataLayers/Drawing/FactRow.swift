/// A label and the facts behind it, as they are set in a box: as many to a line as fit, the rest on further lines.
struct FactRow {
    /// The column where the facts begin.
    static let labelWidth = 11

    var label: String
    var facts: [StyledLine]

    init(_ label: String, _ facts: [StyledLine]) {
        self.label = label
        self.facts = facts
    }

    init(_ label: String, _ facts: String...) {
        self.init(label, facts.map { StyledLine($0) })
    }

    /// A fact that could not be read, with its reason.
    init(_ label: String, absent reason: String) {
        self.init(label, [StyledLine("n/a: \(reason)", .absent)])
    }

    /// The row's lines, none wider than `width`.
    func lines(width: Int, indent: Int = FactRow.labelWidth, glyphs: Glyphs) -> [StyledLine] {
        var lines: [StyledLine] = []
        var line = StyledLine(label, .label)
        line.pad(to: indent)
        var isFresh = true
        func breakLine() {
            lines.append(line)
            line = StyledLine()
            line.pad(to: indent)
            isFresh = true
        }
        for fact in facts {
            if !isFresh {
                if line.width + glyphs.separator.displayWidth + fact.width <= width {
                    line.append(glyphs.separator, .border)
                } else {
                    breakLine()
                }
            }
            for (index, part) in fact.wrapped(to: max(1, width - indent)).enumerated() {
                // A fact that was broken goes on on the next line, even where its last word alone would fit on this one.
                if index > 0 || (!isFresh && line.width + part.width > width) { breakLine() }
                line.append(part.truncated(to: width - line.width, mark: glyphs.more))
                isFresh = false
            }
        }
        lines.append(line)
        return lines
    }
}

extension StyledLine {
    /// The line broken between words into parts of at most `limit` columns; a longer word stays whole.
    fileprivate func wrapped(to limit: Int) -> [StyledLine] {
        guard width > limit else { return [self] }
        var parts: [StyledLine] = []
        var part = StyledLine()
        for word in words {
            if part.width > 0 && part.width + 1 + word.width > limit {
                parts.append(part)
                part = StyledLine()
            }
            if part.width > 0 { part.append(" ", word.pieces.first?.tone ?? .plain) }
            part.append(word)
        }
        parts.append(part)
        return parts
    }

    /// The line's words; a word may change its tone in the middle.
    private var words: [StyledLine] {
        var words: [StyledLine] = []
        var word = StyledLine()
        for piece in pieces {
            for (index, text) in piece.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if index > 0 && word.width > 0 {
                    words.append(word)
                    word = StyledLine()
                }
                word.append(String(text), piece.tone)
            }
        }
        return word.width > 0 ? words + [word] : words
    }
}
