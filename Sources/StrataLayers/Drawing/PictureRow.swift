/// A part of a picture, over its whole width: boxes side by side, or lines between them.
enum PictureRow {
    case boxes([SizedBox])
    case lines([StyledLine])

    /// A box and the columns it takes with its borders.
    struct SizedBox {
        var box: Box
        var width: Int
    }

    /// The row's lines in a terminal; boxes side by side are made equally high.
    func lines(glyphs: Glyphs) -> [StyledLine] {
        switch self {
        case .lines(let lines): return lines
        case .boxes(let boxes):
            let height = PictureRow.height(of: boxes)
            let drawn = boxes.map { $0.box.lines(width: $0.width, height: height, glyphs: glyphs) }
            return (0..<height + 2).map { index in
                var line = StyledLine()
                for (position, lines) in drawn.enumerated() {
                    if position > 0 { line.append(" ") }
                    line.append(lines[index])
                }
                return line
            }
        }
    }

    static func height(of boxes: [SizedBox]) -> Int { boxes.map(\.box.rows.count).max() ?? 0 }
}
