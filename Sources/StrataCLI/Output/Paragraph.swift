/// Prose in lines that the terminal has room for.
struct Paragraph {
    /// What stands before the words.
    var head = ""
    let words: String
    /// How far all lines but the first one are set in.
    let indent: Int

    /// The lines, of at most so many columns; one line where there is no terminal, for programs that look for words.
    func text(columns: Int?) -> String {
        guard let columns, columns > indent + 20 else { return head + words + "\n" }
        var lines = ""
        var line = head
        for (number, word) in words.split(separator: " ").enumerated() {
            if number > 0, line.count + 1 + word.count > columns {
                lines += line + "\n"
                line = String(repeating: " ", count: indent) + word
            } else {
                line += (number > 0 ? " " : "") + word
            }
        }
        return lines + line + "\n"
    }
}
