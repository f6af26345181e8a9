internal import ArgumentParser
internal import Strata

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List guests: the running ones, or all.",
        discussion: """
            With a pattern, --state or --tag, all guests that it fits, running or not.

            Example:
              strata list --all --format json
            """)

    @Argument(help: "Names of guests, or patterns such as 'web-*'.", completion: .guests)
    var names: [String] = []

    @Flag(name: [.short, .long], help: "Also guests that are shut off.")
    var all = false

    @Flag(help: "Only guests that are shut off.")
    var inactive = false

    @OptionGroup var filters: GuestFilters
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !(all && inactive) else { throw ValidationError("--all and --inactive exclude each other") }
    }

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let selection = GuestSelection(names: names, states: filters.state, tags: try filters.tags)
        let which: GuestList.Which = all || !selection.isEmpty ? .all : .active
        var guests = try await GuestList.read(host.connection.readOnly, which: inactive ? .inactive : which)
        if !selection.isEmpty {
            let meant = Set(try await selection.resolve(on: host.connection.readOnly))
            guests.removeAll { !meant.contains($0.name) }
        }
        try output.format.print(Rows(rows: guests.map(GuestRow.init)))
    }
}

/// One guest in the list.
struct GuestRow: TableRow {
    static let headings = ["ID", "NAME", "STATE", "VCPUS", "MEMORY"]

    let guest: GuestSummary

    init(_ guest: GuestSummary) { self.guest = guest }

    var cells: [String] {
        [
            guest.id.map(String.init) ?? "-", guest.name, guest.state, guest.vcpus.map(String.init) ?? "-",
            guest.memory.map(\.description) ?? "-",
        ]
    }

    func encode(to encoder: any Encoder) throws { try guest.encode(to: encoder) }
}
