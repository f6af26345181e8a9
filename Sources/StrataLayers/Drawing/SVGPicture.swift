/// Draws rows of boxes as one SVG file that needs nothing else.
///
/// A column of text is ``column`` wide whatever font there is, for each piece of text says how long it is to be drawn; so
/// what fits a terminal fits its box, and boxes are as wide as their columns.
struct SVGPicture {
    let title: String
    /// Columns of the whole picture.
    let width: Int
    let glyphs: Glyphs

    static let column = 9
    static let line = 20
    /// Around the picture.
    static let margin = 12
    /// Between rows.
    static let gap = 8

    func text(of rows: [PictureRow]) -> String {
        var body = ""
        var y = Self.margin
        for row in rows {
            switch row {
            case .lines(let lines):
                for line in lines {
                    body += text(line, column: 0, y: y)
                    y += Self.line
                }
            case .boxes(let boxes):
                let height = PictureRow.height(of: boxes) + 1
                var column = 0
                for sized in boxes {
                    body += drawing(sized, column: column, y: y, lines: height)
                    column += sized.width + 1
                }
                y += Self.height(ofLines: height)
            }
            y += Self.gap
        }
        return head(height: y - Self.gap + Self.margin) + body + "</svg>\n"
    }

    /// A box, its title in the first line.
    private func drawing(_ sized: PictureRow.SizedBox, column: Int, y: Int, lines: Int) -> String {
        let inner = sized.width - Box.frame
        let x = Self.margin + column * Self.column
        var result = """
            <rect x="\(x)" y="\(y)" width="\(sized.width * Self.column)" height="\(Self.height(ofLines: lines))" rx="6"/>\n
            """
        for (index, line) in ([sized.box.title] + sized.box.rows).enumerated() {
            let fitting = line.truncated(to: inner, mark: glyphs.more)
            result += text(fitting, column: column + 2, y: y + Self.padding + index * Self.line)
        }
        return result
    }

    private static let padding = 6

    private static func height(ofLines lines: Int) -> Int { lines * line + 2 * padding }

    /// One line, each piece where its first column is; `y` is the line's upper edge.
    private func text(_ line: StyledLine, column: Int, y: Int) -> String {
        var result = ""
        var place = column
        for piece in line.pieces {
            let ink = piece.text.drop { $0 == " " }
            let begin = place + piece.text.count - ink.count
            place += piece.text.displayWidth
            let shown = String(ink.reversed().drop { $0 == " " }.reversed())
            guard !shown.isEmpty else { continue }
            let style = piece.tone.styleName.map { " class=\"\($0)\"" } ?? ""
            result += """
                <text\(style) x="\(Self.margin + begin * Self.column)" y="\(y + 15)" \
                textLength="\(shown.displayWidth * Self.column)">\(Self.escaped(shown))</text>\n
                """
        }
        return result
    }

    private func head(height: Int) -> String {
        let width = width * Self.column + 2 * Self.margin
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" xml:space="preserve">
            <title>\(Self.escaped(title.standing))</title>
            <style>
            svg { background: #fff; color: #1f2328 }
            rect { fill: none; stroke: #8c959f }
            text { font: 15px monospace; white-space: pre; fill: #1f2328 }
            .quiet { fill: #59636e }
            .title { font-weight: bold }
            .good { fill: #116329 }
            .caution { fill: #7d4e00 }
            .bad { fill: #b3261e }
            .through { fill: #0550ae }
            </style>

            """
    }

    /// The text without what XML would take for its own; characters that no XML may hold become question marks.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\u{9}", "\u{A}", "\u{D}", "\u{20}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                result.unicodeScalars.append(scalar)
            default: result += "?"
            }
        }
        return result
    }
}

extension Tone {
    /// The name of the style in the file's head; `nil` for plain text.
    fileprivate var styleName: String? {
        switch self {
        case .plain: nil
        case .border, .label, .absent: "quiet"
        case .title: "title"
        case .good, .paravirtual: "good"
        case .caution, .emulated: "caution"
        case .bad: "bad"
        case .passthrough: "through"
        }
    }
}
