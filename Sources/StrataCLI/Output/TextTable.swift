/// Rows of text in aligned columns, with a heading.
struct TextTable {
    let headings: [String]
    var rows: [[String]]

    /// The table as lines; the last column is not padded.
    var text: String {
        let all = [headings] + rows
        let widths = headings.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            let cells = zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
            let line = cells.joined(separator: "  ")
            return line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)] + "\n"
        }.joined()
    }
}
