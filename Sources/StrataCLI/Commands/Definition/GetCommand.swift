internal import ArgumentParser
internal import Strata

struct GetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Print one part of a definition file: a field by its name, or what an XPath finds.",
        discussion: """
            Fields of guests: \(DefinitionField.all.map(\.name).joined(separator: ", ")). Everything else is an XPath, \
            from the outermost element on; texts and attributes print one to a line. Exits with 1 when nothing is there.

            Example:
              strata get domains/web.xml devices/disk/source/@file
            """)

    @Argument(help: "A definition, an XML file.", completion: .file(extensions: ["xml"]))
    var file: String

    @Argument(help: "A field such as memory, or an XPath.", completion: .list(DefinitionField.all.map(\.name)))
    var place: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let values = try values()
        try output.format.print(Values(values: values))
        if values.isEmpty { throw ExitStatus.failed }
    }

    private func values() throws -> [String] {
        do {
            return try DefinitionReader(file: file).values(at: place)
        } catch let error as InvalidPlace {
            throw ValidationError(error.description)
        }
    }
}

/// Values, one to a line.
struct Values: Renderable {
    let values: [String]

    var text: String { values.map { $0 + "\n" }.joined() }

    func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }
}
