/// A line of text whose pieces have tones; its width counts columns, not bytes or colours.
struct StyledLine: Equatable {
    /// A piece of text of one tone.
    struct Piece: Equatable {
        var text: String
        var tone: Tone
    }

    private(set) var pieces: [Piece] = []
    private(set) var width = 0

    init() {}

    init(_ text: String, _ tone: Tone = .plain) { append(text, tone) }

    /// Adds text without anything in it that acts on the terminal.
    mutating func append(_ text: String, _ tone: Tone = .plain) {
        let text = text.standing
        add(text, width: text.displayWidth, tone)
    }

    /// Adds a line that is already measured.
    mutating func append(_ line: StyledLine) {
        let total = width + line.width
        for piece in line.pieces { add(piece.text, width: 0, piece.tone) }
        width = total
    }

    /// Adds `sign`, one column wide, `count` times.
    mutating func append(repeating sign: String, count: Int, _ tone: Tone = .plain) {
        if count > 0 { add(String(repeating: sign, count: count), width: count, tone) }
    }

    private mutating func add(_ text: String, width columns: Int, _ tone: Tone) {
        guard !text.isEmpty else { return }
        width += columns
        if let last = pieces.indices.last, pieces[last].tone == tone {
            pieces[last].text += text
        } else {
            pieces.append(Piece(text: text, tone: tone))
        }
    }

    /// Blanks up to `column`.
    mutating func pad(to column: Int) {
        append(repeating: " ", count: column - width)
    }

    /// The line cut to `limit` columns, with `mark` in the place of what is cut off.
    func truncated(to limit: Int, mark: String) -> StyledLine {
        guard width > limit else { return self }
        var result = StyledLine()
        for piece in pieces {
            let room = limit - result.width
            // A piece that fits may still have to give way to the mark, when something follows that does not fit.
            if piece.text.displayWidth <= room - mark.displayWidth {
                result.append(piece.text, piece.tone)
            } else {
                let whole = piece.text + String(repeating: " ", count: room + 1)
                result.append(whole.truncated(toWidth: room, mark: mark), piece.tone)
                break
            }
        }
        return result
    }

    /// The text, with colour sequences if wanted, without blanks at its end.
    func rendered(colour: Bool) -> String {
        var text = ""
        for piece in pieces {
            if colour, let parameters = piece.tone.colour {
                text += "\u{1B}[\(parameters)m\(piece.text)\u{1B}[0m"
            } else {
                text += piece.text
            }
        }
        guard let end = text.lastIndex(where: { $0 != " " }) else { return "" }
        return String(text[...end])
    }
}
