internal import ArgumentParser
internal import Strata

struct OSListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the operating systems of the osinfo database.",
        discussion: """
            Example:
              strata os list ubuntu
            """)

    @Argument(help: "Only systems whose id, name, distribution or code name contains this.")
    var pattern: String?

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let systems = try OSDatabase().systems(matching: pattern)
        if systems.isEmpty, let pattern { output.note("no operating system's name contains '\(pattern)'") }
        try output.format.print(Rows(rows: systems.map(OSRow.init)))
    }
}

/// One operating system in the list.
struct OSRow: TableRow {
    static let headings = ["ID", "NAME", "FAMILY", "RELEASED", "END OF LIFE"]

    let system: OSSummary

    init(_ system: OSSummary) { self.system = system }

    var cells: [String] {
        [system.id, system.name, system.family ?? "-", system.released ?? "-", system.endOfLife ?? "-"]
    }

    func encode(to encoder: any Encoder) throws { try system.encode(to: encoder) }
}
