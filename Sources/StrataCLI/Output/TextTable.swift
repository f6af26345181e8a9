/// Rows of text in aligned columns, with a heading.
struct TextTable {
    let headings: [String]
    var rows: [[String]]
    /// Columns of numbers.
    var alignedRight: Range<Int> = 0..<0

    /// The table as lines; the last column is not padded.
    var text: String {
        let all = [headings] + rows
        let widths = headings.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            let cells = row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return alignedRight.contains(column) ? space + row[column] : row[column] + space
            }
            let line = cells.joined(separator: "  ")
            return line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)] + "\n"
        }.joined()
    }
}
