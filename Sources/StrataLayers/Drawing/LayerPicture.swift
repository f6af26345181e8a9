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
    public func text(of stack: LayerStack) -> String { text(of: rows(of: stack)) }

    /// The picture's lines.
    public func lines(of stack: LayerStack) -> [String] { lines(of: rows(of: stack)) }

    /// The picture as one SVG file that needs nothing else.
    public func svg(of stack: LayerStack) -> String {
        svg(of: rows(of: stack), title: "layers" + (stack.host.name.map { " of \($0)" } ?? ""))
    }

    var glyphs: Glyphs { characters == .unicode ? .unicode : .ascii }

    func text(of rows: [PictureRow]) -> String { lines(of: rows).map { $0 + "\n" }.joined() }

    func svg(of rows: [PictureRow], title: String) -> String {
        SVGPicture(title: title, width: width, glyphs: glyphs).text(of: rows)
    }

    private func lines(of rows: [PictureRow]) -> [String] {
        rows.flatMap { $0.lines(glyphs: glyphs) }.map(rendered)
    }

    private func rows(of stack: LayerStack) -> [PictureRow] {
        GuestRows(guests: stack.guests, width: width, glyphs: glyphs).rows() + [
            provided(stack.vmm.provides),
            box("VMM", stack.vmm.rows(glyphs: glyphs)),
            provided(stack.host.provides),
            box("host OS", name: stack.host.name, stack.host.rows(glyphs: glyphs)),
            provided(stack.hardware.provides),
            box("hardware", stack.hardware.rows(glyphs: glyphs)),
        ]
    }

    private func box(_ layer: String, name: String? = nil, _ rows: [FactRow]) -> PictureRow {
        var title = StyledLine(layer, .title)
        if let name { title.append(" \(name)") }
        let inner = width - Box.frame
        let box = Box(title: title, rows: rows.flatMap { $0.lines(width: inner, glyphs: glyphs) })
        return .boxes([.init(box: box, width: width)])
    }

    /// What a layer hands up, beside an arrow.
    private func provided(_ resources: [ResourceUse]) -> PictureRow {
        let nothing = [StyledLine("nothing at the moment", .absent)]
        let facts = resources.isEmpty ? nothing : resources.map(\.summary).shortened(to: 12).map { StyledLine($0) }
        let label = "  \(glyphs.up) provides "
        return .lines(FactRow(label, facts).lines(width: width - 2, indent: label.count, glyphs: glyphs))
    }

    private func rendered(_ line: StyledLine) -> String {
        let text = line.rendered(colour: usesColour)
        guard characters == .ascii else { return text }
        return text.map { $0.isASCII ? String($0) : String(repeating: "?", count: $0.displayWidth) }.joined()
    }
}
