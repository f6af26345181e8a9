internal import ArgumentParser
internal import Strata

struct OrphansCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orphans",
        abstract: "List what takes room and belongs to nobody: volumes, downloads, what guests left behind.",
        discussion: """
            A volume belongs to somebody when a guest has it, when a guest's disk stands on it, or when it is an image \
            of the store. Nothing is removed without --delete. strata sees only what it is told of: a disk that a guest \
            of another host has, or a program of your own, is nobody's to it.

            Example:
              strata orphans
            """)

    @Flag(help: "Delete them, after asking; folders are left.")
    var delete = false

    @Flag(name: [.short, .long], help: "Do not ask before they are deleted.")
    var yes = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let orphans = try await Orphans.find(on: host.connection, uri: host.uri)
        for pool in orphans.unknownPools { output.note("pool '\(pool)' is off: what is in it is not known") }
        guard delete, !orphans.found.isEmpty else {
            return try output.format.print(Rows(rows: orphans.found.map(OrphanRow.init)))
        }
        let table = Rows(rows: orphans.found.map(OrphanRow.init)).text
        if !yes {
            StandardStream.error.write(table)
            guard try Question.ask("delete all of them?") else {
                throw Failure(.interrupted, "orphans", "nothing was deleted")
            }
        }
        let outcome = try await orphans.delete(on: host.connection, uri: host.uri)
        try output.format.print(DeletedOrphans(orphans: outcome.gone))
        try outcome.failures.report()
    }
}

struct DeletedOrphans: Renderable {
    let orphans: [Orphan]

    var text: String { orphans.map { "\($0.path): deleted\n" }.joined() }

    func encode(to encoder: any Encoder) throws { try orphans.encode(to: encoder) }
}

/// One thing that belongs to nobody.
struct OrphanRow: TableRow {
    static let headings = ["KIND", "SIZE", "WHERE", "WHY"]

    let orphan: Orphan

    init(_ orphan: Orphan) { self.orphan = orphan }

    var cells: [String] { [orphan.kind, "\(orphan.size)", orphan.path, orphan.why] }

    func encode(to encoder: any Encoder) throws { try orphan.encode(to: encoder) }
}
