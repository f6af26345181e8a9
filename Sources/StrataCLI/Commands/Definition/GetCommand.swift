internal import ArgumentParser
internal import Strata

struct GetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Print one part of a definition: a field by its name, or what an XPath finds.",
        discussion: """
            Fields of guests: \(DefinitionField.all.map(\.name).joined(separator: ", ")). Everything else is an XPath, \
            from the outermost element on; texts and attributes print one to a line. Exits with 1 when nothing is there.
            A guest's name stands for its kept definition, guest:NAME@live for what it runs with.

            Example:
              strata get domains/web.xml devices/disk/source/@file
            """)

    @Argument(
        help: "A definition, an XML file; or a guest's name, guest:NAME or guest:NAME@live.",
        completion: .file(extensions: ["xml"]), transform: DefinitionSource.guestOrFile)
    var source: DefinitionSource

    @Argument(help: "A field such as memory, or an XPath.", completion: .list(DefinitionField.all.map(\.name)))
    var place: String

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let values = try await values()
        try output.format.print(Values(values: values))
        guard values.isEmpty else { return }
        StandardStream.error.write("nothing is there: \(place)\n")
        throw ExitStatus.failed
    }

    private func values() async throws -> [String] {
        let host = source.isOnHost ? try await connection.open(quiet: output.quiet) : nil
        do {
            return try await DefinitionReader(source, on: host?.connection.readOnly).values(at: place)
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
