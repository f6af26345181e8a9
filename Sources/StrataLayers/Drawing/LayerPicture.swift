/// Draws a stack for a terminal: guests on top, then VMM, host OS, and hardware at the bottom.
///
/// Between two layers stands what the lower one provides. A reason stands in the place of a fact that could not be read.
///
/// ```swift
/// print(LayerPicture(width: 100, usesColour: true).text(of: stack))
/// ```
public struct LayerPicture: Sendable {
    /// The signs to draw with.
    public enum Characters: Sendable {
        /// Box-drawing characters.
        case unicode
        /// Nothing but ASCII; other characters in names become question marks.
        case ascii
    }

    /// No picture is narrower than this; on a narrower terminal the lines break.
    public static let minimumWidth = 32

    /// The columns that no line exceeds.
    public let width: Int
    /// The signs to draw with.
    public let characters: Characters
    /// Whether tones become colours.
    public let usesColour: Bool

    /// A picture of at most `width` columns, and at least ``minimumWidth``; the caller decides about colour.
    public init(width: Int, characters: Characters = .unicode, usesColour: Bool = false) {
        self.width = max(width, Self.minimumWidth)
        self.characters = characters
        self.usesColour = usesColour
    }

    /// The picture, each line ended by a newline.
    public func text(of stack: LayerStack) -> String {
        lines(of: stack).map { $0 + "\n" }.joined()
    }

    /// The picture's lines.
    public func lines(of stack: LayerStack) -> [String] {
        var lines = GuestRows(guests: stack.guests, width: width, glyphs: glyphs).lines()
        lines += provided(stack.vmm.provides)
        lines += box("VMM", stack.vmm.rows(glyphs: glyphs))
        lines += provided(stack.host.provides)
        lines += box("host OS", name: stack.host.name, stack.host.rows(glyphs: glyphs))
        lines += provided(stack.hardware.provides)
        lines += box("hardware", stack.hardware.rows(glyphs: glyphs))
        return lines.map(rendered)
    }

    private var glyphs: Glyphs { characters == .unicode ? .unicode : .ascii }

    private func box(_ layer: String, name: String? = nil, _ rows: [FactRow]) -> [StyledLine] {
        var title = StyledLine(layer, .title)
        if let name { title.append(" \(name)") }
        let inner = width - Box.frame
        let box = Box(title: title, rows: rows.flatMap { $0.lines(width: inner, glyphs: glyphs) })
        return box.lines(width: width, height: 0, glyphs: glyphs)
    }

    /// What a layer hands up, beside an arrow.
    private func provided(_ resources: [ResourceUse]) -> [StyledLine] {
        let nothing = [StyledLine("nothing at the moment", .absent)]
        let facts = resources.isEmpty ? nothing : resources.map(\.summary).shortened(to: 12).map { StyledLine($0) }
        let label = "  \(glyphs.up) provides "
        return FactRow(label, facts).lines(width: width - 2, indent: label.count, glyphs: glyphs)
    }

    private func rendered(_ line: StyledLine) -> String {
        let text = line.rendered(colour: usesColour)
        guard characters == .ascii else { return text }
        return text.map { $0.isASCII ? String($0) : String(repeating: "?", count: $0.displayWidth) }.joined()
    }
}
