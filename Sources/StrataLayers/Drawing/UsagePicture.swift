/// Draws a usage as a table that fits a terminal: the host in a few lines, then the guests, the busiest first.
///
/// ```swift
/// let picture = UsagePicture(width: 100, height: 30)
/// for line in picture.lines(of: usage) { print(line) }
/// ```
public struct UsagePicture: Sendable, Equatable {
    /// The columns of the screen that no line exceeds.
    public var width: Int
    /// The lines of the screen; `nil` for as many as there are guests.
    public var height: Int?
    /// What guests are sorted by.
    public var sort = UsageColumn.cpu
    /// Whether the smallest comes first.
    public var isReversed = false
    /// Only guests whose name contains this, whatever its case.
    public var filter = ""
    /// How many guests are scrolled away above.
    public var offset = 0
    /// Whether tones become colours.
    public var usesColour = false

    /// A picture of that size.
    public init(width: Int, height: Int? = nil, usesColour: Bool = false) {
        self.width = max(width, UsageColumn.name.width + UsageColumn.cpu.width + 1)
        self.height = height
        self.usesColour = usesColour
    }

    /// The guests that the filter lets through, in order.
    public func guests(of usage: Usage) -> [GuestUsage] {
        let wanted = filter.lowercased()
        let shown = wanted.isEmpty ? usage.guests : usage.guests.filter { $0.name.lowercased().contains(wanted) }
        return sort.sorted(shown, reversed: isReversed)
    }

    /// How many guests have room at once.
    public func room(for usage: Usage) -> Int {
        height.map { max($0 - hostLines(usage).count - 2, 1) } ?? .max
    }

    /// The lines of the picture: never more than the height.
    public func lines(of usage: Usage) -> [String] {
        let guests = guests(of: usage)
        let first = min(offset, max(guests.count - room(for: usage), 0))
        let shown = guests.dropFirst(first).prefix(room(for: usage))
        var lines = hostLines(usage)
        lines.append(counts(usage, shown: guests.count, from: first, to: first + shown.count))
        let columns = columns
        let nameWidth = width - columns.dropFirst().reduce(0) { $0 + $1.width + 1 }
        lines.append(heading(columns, nameWidth))
        lines += shown.map { row($0, columns, nameWidth) }
        return lines.prefix(height ?? .max).map { $0.truncated(to: width, mark: "…").rendered(colour: usesColour) }
    }

    /// The columns that fit, from the left; the one that is sorted by is always there.
    private var columns: [UsageColumn] {
        var left = width - UsageColumn.name.width
        var chosen: [UsageColumn] = [.name]
        if sort != .name { left -= sort.width + 1 }
        for column in UsageColumn.allCases where column != .name && column != sort {
            guard left >= column.width + 1 else { break }
            left -= column.width + 1
            chosen.append(column)
        }
        return UsageColumn.allCases.filter { chosen.contains($0) || $0 == sort }
    }

    private func heading(_ columns: [UsageColumn], _ nameWidth: Int) -> StyledLine {
        var line = StyledLine()
        for column in columns {
            let tone: Tone = column == sort ? .title : .label
            place(column.heading, tone, column, nameWidth, into: &line)
        }
        return line
    }

    private func row(_ guest: GuestUsage, _ columns: [UsageColumn], _ nameWidth: Int) -> StyledLine {
        var line = StyledLine()
        let isUsual = guest.state == "running" && !guest.isBusy
        for column in columns {
            if column == .name {
                let state = guest.isBusy ? " (busy)" : isUsual ? "" : " (\(guest.state))"
                let name = guest.name.standing.truncated(toWidth: max(nameWidth - state.count, 1), mark: "…")
                line.append(name, .plain)
                line.append(state, guest.isBusy ? .caution : Tone(state: guest.state))
                line.pad(to: nameWidth)
            } else {
                place(column.text(of: guest), tone(of: guest, in: column), column, nameWidth, into: &line)
            }
        }
        return line
    }

    /// Waiting for a processor is what should be seen first.
    private func tone(of guest: GuestUsage, in column: UsageColumn) -> Tone {
        guard let value = column.value(of: guest) else { return .absent }
        if column == .wait { return value >= 0.5 ? .bad : value >= 0.1 ? .caution : .plain }
        return .plain
    }

    private func place(
        _ text: String, _ tone: Tone, _ column: UsageColumn, _ nameWidth: Int, into line: inout StyledLine
    ) {
        if column == .name {
            line.append(text, tone)
            line.pad(to: nameWidth)
        } else {
            line.append(repeating: " ", count: max(column.width + 1 - text.count, 1))
            line.append(text, tone)
        }
    }

    private func counts(_ usage: Usage, shown: Int, from first: Int, to last: Int) -> StyledLine {
        let all = usage.guests.count
        var line = StyledLine("\(all) guest\(all == 1 ? "" : "s")", .label)
        if !filter.isEmpty { line.append(", \(shown) with '\(filter)'", .label) }
        if last - first < shown { line.append(", \(first + 1) to \(last) below", .label) }
        let isEmulated = usage.guests.contains { $0.isEmulated == true }
        if isEmulated { line.append(" · emulation: CODE% is the VMM's translation of it", .label) }
        return line
    }
}
