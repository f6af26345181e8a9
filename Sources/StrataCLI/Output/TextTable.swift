/// Rows of text in aligned columns, with a heading.
struct TextTable {
    let headings: [String]
    var rows: [[String]]
    /// Columns of numbers.
    var alignedRight: Range<Int> = 0..<0

    /// The table as lines; the last column is not padded.
    var text: String {
        let widths = widths
        return ([headings] + rows).map { row in
            let cells = row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return alignedRight.contains(column) ? space + row[column] : row[column] + space
            }
            let line = cells.joined(separator: "  ")
            return line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)] + "\n"
        }.joined()
    }

    /// The table in as many parts, one below the other, as a terminal of that width needs; the first column stands in
    /// each of them.
    func text(columns: Int?) -> String {
        guard let columns, let first = widths.first else { return text }
        var parts: [Range<Int>] = []
        var begin = 1, used = first
        for (column, width) in widths.enumerated().dropFirst() {
            if used + 2 + width > columns, column > begin {
                parts.append(begin..<column)
                (begin, used) = (column, first)
            }
            used += 2 + width
        }
        parts.append(begin..<headings.count)
        return parts.map { part(of: $0).text }.joined(separator: "\n")
    }

    private func part(of columns: Range<Int>) -> TextTable {
        let numbers = columns.clamped(to: alignedRight)
        let shift = 1 - columns.lowerBound
        return TextTable(
            headings: [headings[0]] + headings[columns], rows: rows.map { [$0[0]] + $0[columns] },
            alignedRight: numbers.lowerBound + shift..<numbers.upperBound + shift)
    }

    private var widths: [Int] {
        headings.indices.map { column in ([headings] + rows).map { $0[column].count }.max() ?? 0 }
    }
}
