internal import ArgumentParser
internal import Strata

/// How a picture is drawn.
struct PictureOptions: ParsableArguments {
    @Option(help: "How it is printed: table for people, json for programs, svg for documents.")
    var format = PictureFormat.table

    @Flag(help: "Draw with nothing but ASCII.")
    var ascii = false

    @Option(help: "How many columns the picture may take; the terminal's width without it.")
    var width: Int?

    @Flag(name: [.short, .long], help: "Print no notes on standard error, only results and errors.")
    var quiet = false

    func validate() throws {
        guard width.map({ $0 >= LayerPicture.minimumWidth }) ?? true else {
            throw ValidationError("--width must be \(LayerPicture.minimumWidth) or more")
        }
    }

    var characters: LayerPicture.Characters { ascii ? .ascii : .unicode }

    /// The columns to draw in.
    var columns: Int { width ?? (format == .svg ? nil : StandardStream.output.width) ?? 100 }
}

enum PictureFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json, svg
}

/// A result that can be drawn.
protocol Drawable: Renderable {
    /// The drawing, as one SVG file.
    var svg: String { get }
}

extension PictureFormat {
    /// Prints a picture on standard output.
    func print(_ picture: some Drawable) throws {
        switch self {
        case .table: try OutputFormat.table.print(picture)
        case .json: try OutputFormat.json.print(picture)
        case .svg: StandardStream.output.write(picture.svg)
        }
    }
}
