/// Draws the ways of requests, hop by hop: the guest on top, the hardware at the bottom.
///
/// ```swift
/// print(PathPicture(width: 100, usesColour: true).text(of: paths))
/// ```
public struct PathPicture: Sendable {
    private let canvas: LayerPicture

    /// A picture as a ``LayerPicture`` of the same arguments would be.
    public init(width: Int, characters: LayerPicture.Characters = .unicode, usesColour: Bool = false) {
        canvas = LayerPicture(width: width, characters: characters, usesColour: usesColour)
    }

    /// The ways one below the other, each line ended by a newline.
    public func text(of paths: [RequestPath]) -> String { canvas.text(of: rows(of: paths)) }

    /// The ways one below the other, as one SVG file.
    public func svg(of paths: [RequestPath]) -> String {
        let names = paths.map { "\($0.guest) \($0.device)" }.joined(separator: ", ")
        return canvas.svg(of: rows(of: paths), title: "path of requests: \(names)")
    }

    private func rows(of paths: [RequestPath]) -> [PictureRow] {
        var rows: [PictureRow] = []
        for path in paths {
            let blank = rows.isEmpty ? [] : [StyledLine()]
            rows.append(.lines(blank + heading(path)))
            for (index, hop) in path.hops.enumerated() {
                if index > 0 { rows.append(.lines([arrows])) }
                let box = hop.box(width: canvas.width - Box.frame, glyphs: canvas.glyphs)
                rows.append(.boxes([.init(box: box, width: canvas.width)]))
            }
        }
        return rows
    }

    private var arrows: StyledLine {
        StyledLine("  \(canvas.glyphs.down) request  \(canvas.glyphs.up) answer", .label)
    }

    private func heading(_ path: RequestPath) -> [StyledLine] {
        var name = StyledLine("\(path.guest) \(path.device)", .title)
        name.append(path.kind == .disk ? " disk" : " adapter", .label)
        var facts = [name, StyledLine(path.style?.inWords ?? "style n/a", Tone(style: path.style))]
        if path.guestStyle == .emulation { facts.append(StyledLine("the guest's code is emulated", .caution)) }
        if let seconds = path.seconds {
            facts.append(StyledLine("measured for \(CompactNumber.tenths(seconds)) s"))
        } else {
            facts.append(StyledLine(path.isActive ? "not measured" : "the guest does not run", .absent))
        }
        let copies = path.hops.reduce(0) { $0 + ($1.request + $1.answer).count { $0.kind == .copy } }
        let switches = path.hops.reduce(0) { $0 + ($1.request + $1.answer).count { $0.kind == .contextSwitch } }
        let costs = "\(copies) cop\(copies == 1 ? "y" : "ies") and \(switches) switch\(switches == 1 ? "" : "es")"
        facts.append(StyledLine("\(path.hops.count) hops, up to \(costs) both ways"))
        if let reason = path.unavailable["hops"] { facts.append(StyledLine("the rest n/a: \(reason)", .absent)) }
        return FactRow("", facts).lines(width: canvas.width, indent: 0, glyphs: canvas.glyphs)
    }
}
