/// Sets the guests' boxes side by side, in as many rows as they need.
struct GuestRows {
    let guests: [GuestLayer]
    let width: Int
    let glyphs: Glyphs

    /// A box is not narrower than this while a wider one would fit.
    private static let minimumBoxWidth = 28
    /// With more guests than this, devices are counted instead of listed.
    private static let guestsInFull = 8

    func lines() -> [StyledLine] {
        guard !guests.isEmpty else { return emptyPlace() }
        let widths = columnWidths()
        var result: [StyledLine] = []
        for start in stride(from: 0, to: guests.count, by: widths.count) {
            let row = Array(guests[start..<min(start + widths.count, guests.count)])
            result += lines(of: row, widths: widths)
        }
        return result
    }

    /// As many columns as fit, no more than the rows need, sharing out every column of the terminal.
    private func columnWidths() -> [Int] {
        let fitting = max(1, (width + 1) / (Self.minimumBoxWidth + 1))
        let rows = (guests.count + fitting - 1) / fitting
        let columns = (guests.count + rows - 1) / rows
        let room = width - (columns - 1)
        return (0..<columns).map { room / columns + ($0 < room % columns ? 1 : 0) }
    }

    private func lines(of row: [GuestLayer], widths: [Int]) -> [StyledLine] {
        let limit = guests.count > Self.guestsInFull ? 0 : 6
        let boxes = zip(row, widths).map { guest, width in
            guest.box(devices: limit, width: width - Box.frame, glyphs: glyphs)
        }
        let height = boxes.map(\.rows.count).max() ?? 0
        let drawn = zip(boxes, widths).map { box, width in box.lines(width: width, height: height, glyphs: glyphs) }
        return (0..<height + 2).map { index in
            var line = StyledLine()
            for (position, lines) in drawn.enumerated() {
                if position > 0 { line.append(" ") }
                line.append(lines[index])
            }
            return line
        }
    }

    private func emptyPlace() -> [StyledLine] {
        let box = Box(title: StyledLine("guests", .label), rows: [StyledLine("no guests", .absent)])
        return box.lines(width: width, height: 0, glyphs: glyphs)
    }
}
