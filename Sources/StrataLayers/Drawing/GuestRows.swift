/// Sets the guests' boxes side by side, in as many rows as they need.
struct GuestRows {
    let guests: [GuestLayer]
    let width: Int
    let glyphs: Glyphs

    /// A box is not narrower than this while a wider one would fit.
    private static let minimumBoxWidth = 28
    /// With more guests than this, devices are counted instead of listed.
    private static let guestsInFull = 8

    func rows() -> [PictureRow] {
        guard !guests.isEmpty else { return [emptyPlace] }
        let widths = columnWidths()
        return stride(from: 0, to: guests.count, by: widths.count).map { start in
            row(of: guests[start..<min(start + widths.count, guests.count)], widths: widths)
        }
    }

    /// As many columns as fit, no more than the rows need, sharing out every column of the terminal.
    private func columnWidths() -> [Int] {
        let fitting = max(1, (width + 1) / (Self.minimumBoxWidth + 1))
        let rows = (guests.count + fitting - 1) / fitting
        let columns = (guests.count + rows - 1) / rows
        let room = width - (columns - 1)
        return (0..<columns).map { room / columns + ($0 < room % columns ? 1 : 0) }
    }

    private func row(of guests: ArraySlice<GuestLayer>, widths: [Int]) -> PictureRow {
        let limit = self.guests.count > Self.guestsInFull ? 0 : 6
        return .boxes(
            zip(guests, widths).map { guest, width in
                .init(box: guest.box(devices: limit, width: width - Box.frame, glyphs: glyphs), width: width)
            })
    }

    private var emptyPlace: PictureRow {
        let box = Box(title: StyledLine("guests", .label), rows: [StyledLine("no guests", .absent)])
        return .boxes([.init(box: box, width: width)])
    }
}
