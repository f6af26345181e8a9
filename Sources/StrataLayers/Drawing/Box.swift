/// A box with a title in its upper border.
struct Box {
    var title: StyledLine
    var rows: [StyledLine]

    /// Columns that borders and the blanks beside them take.
    static let frame = 4

    /// The box's lines, each exactly `width` columns; blank rows fill it up to `height` rows.
    func lines(width: Int, height: Int, glyphs: Glyphs) -> [StyledLine] {
        let inner = width - Box.frame
        var result = [top(width: width, glyphs: glyphs)]
        for index in 0..<max(height, rows.count) {
            var line = StyledLine(glyphs.vertical + " ", .border)
            if index < rows.count { line.append(rows[index].truncated(to: inner, mark: glyphs.more)) }
            line.pad(to: width - 2)
            line.append(" " + glyphs.vertical, .border)
            result.append(line)
        }
        var bottom = StyledLine(glyphs.bottomLeft, .border)
        bottom.append(repeating: glyphs.horizontal, count: width - 2, .border)
        bottom.append(glyphs.bottomRight, .border)
        return result + [bottom]
    }

    private func top(width: Int, glyphs: Glyphs) -> StyledLine {
        var line = StyledLine(glyphs.topLeft + " ", .border)
        line.append(title.truncated(to: width - Box.frame - 1, mark: glyphs.more))
        line.append(" ", .border)
        line.append(repeating: glyphs.horizontal, count: width - line.width - 1, .border)
        line.append(glyphs.topRight, .border)
        return line
    }
}
