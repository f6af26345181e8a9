internal import ArgumentParser

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Option(help: "How results are printed: table for people, json for programs.")
    var format = OutputFormat.table

    @Flag(name: [.short, .long], help: "Print no notes on standard error, only results and errors.")
    var quiet = false

    /// Prints a note, unless the user wants none.
    func note(_ text: String) { if !quiet { Note.write(text) } }
}

enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json
}

/// Remarks on the way, for people: always on standard error.
enum Note {
    static func write(_ text: String) { StandardStream.error.write(text + "\n") }
}
