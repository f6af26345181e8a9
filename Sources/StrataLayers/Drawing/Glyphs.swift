/// The signs that a picture is drawn with.
struct Glyphs {
    var topLeft, topRight, bottomLeft, bottomRight, horizontal, vertical: String
    /// Between the parts of a line.
    var separator: String
    /// What was cut off.
    var more: String
    /// From a layer to the one above it.
    var up: String
    /// From a hop to the one below it.
    var down: String
    /// From a device to what serves it.
    var from: String
    var times: String

    static let unicode = Glyphs(
        topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘", horizontal: "─", vertical: "│",
        separator: " · ", more: "…", up: "▲", down: "▼", from: "←", times: "×")

    static let ascii = Glyphs(
        topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", horizontal: "-", vertical: "|",
        separator: ", ", more: "...", up: "^", down: "v", from: "<-", times: "x")
}
