internal import FoundationEssentials

/// A result that can be printed for people and for programs.
protocol Renderable: Encodable {
    /// How a person reads it; ends with a newline.
    var text: String { get }
}

extension OutputFormat {
    /// Prints a result on standard output.
    ///
    /// The only place that tells the formats apart.
    func print(_ result: some Renderable) throws {
        switch self {
        case .table: StandardStream.output.write(result.text)
        case .json: StandardStream.output.write(try JSON.text(result, isPretty: true))
        }
    }

    /// Prints what came of several things: for people, nothing where there is nothing.
    func printOutcomes(_ rows: Rows<some TableRow>) throws {
        if self == .json || !rows.rows.isEmpty { try print(rows) }
    }

    /// Prints one element of a stream on standard output: a line of text, or a line of JSON.
    func printElement(_ result: some Renderable) throws {
        switch self {
        case .table: StandardStream.output.write(result.text)
        case .json: StandardStream.output.write(try JSON.text(result, isPretty: false))
        }
    }
}

enum JSON {
    static func text(_ value: some Encodable, isPretty: Bool) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            isPretty
            ? [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            : [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}

/// Several results of one kind: a table with a heading, or an array.
struct Rows<Row: TableRow>: Renderable {
    let rows: [Row]

    var text: String { TextTable(headings: Row.headings, rows: rows.map(\.cells)).text }

    func encode(to encoder: any Encoder) throws { try rows.encode(to: encoder) }
}

/// A result that is one row of a table.
protocol TableRow: Encodable {
    static var headings: [String] { get }
    var cells: [String] { get }
}
