internal import ArgumentParser
internal import Strata

struct OrphansCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orphans",
        abstract: "List what takes room and belongs to nobody: volumes, downloads, what guests left behind.",
        discussion: """
            A volume belongs to somebody when a guest has it, when a guest's disk stands on it, or when it is an image \
            of the store. Nothing is removed.

            Example:
              strata orphans
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let orphans = try await Orphans.find(on: host.connection, uri: host.uri)
        for pool in orphans.unknownPools { output.note("pool '\(pool)' is off: what is in it is not known") }
        try output.format.print(Rows(rows: orphans.found.map(OrphanRow.init)))
    }
}

/// One thing that belongs to nobody.
struct OrphanRow: TableRow {
    static let headings = ["KIND", "SIZE", "WHERE", "WHY"]

    let orphan: Orphan

    init(_ orphan: Orphan) { self.orphan = orphan }

    var cells: [String] { [orphan.kind, "\(orphan.size)", orphan.path, orphan.why] }

    func encode(to encoder: any Encoder) throws { try orphan.encode(to: encoder) }
}
