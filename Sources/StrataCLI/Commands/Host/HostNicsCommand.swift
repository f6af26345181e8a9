internal import ArgumentParser
internal import Strata

struct HostNicsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nics",
        abstract: "List the ways in which a guest's network adapters can be connected.",
        discussion: """
            Each can be given to `strata create` as often as is wanted, and mixed.

            Example:
              strata host nics
              strata create five --pxe --network default --network default,model=e1000 --network user
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        try output.format.print(Rows(rows: try await AdapterOffer.all(on: host).map(AdapterRow.init)))
        output.note(
            "models: \(AdapterDescription.models.joined(separator: ", ")); without one, what the system knows best")
    }
}

/// One way to connect an adapter.
struct AdapterRow: TableRow {
    static let headings = ["--network", "WHAT", "STATE", "WHO REACHES WHOM"]

    let offer: AdapterOffer

    init(_ offer: AdapterOffer) { self.offer = offer }

    var cells: [String] { [offer.option, offer.what, offer.state, offer.reach] }

    func encode(to encoder: any Encoder) throws { try offer.encode(to: encoder) }
}
