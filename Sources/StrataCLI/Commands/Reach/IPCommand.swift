internal import ArgumentParser
internal import Strata

struct IPCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ip",
        abstract: "Print a guest's address, the most useful one first.",
        discussion: """
            Asked are QEMU's agent in the guest, the DHCP servers of libvirt's networks, and this host's table of \
            neighbours. Without --all, only the first address is printed, ready for $(strata ip web).

            Example:
              strata ip web --all
            """)

    @Argument(help: "The guest's name.", completion: .guests)
    var name: String

    @Flag(name: [.short, .long], help: "All addresses, with who knows them.")
    var all = false

    @Option(help: ArgumentHelp("Wait so long for an address, such as 40s.", valueName: "time"))
    var wait: DurationArgument?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (host, guest) = try await connection.open(guest: name, quiet: output.quiet)
        if let wait { try await Readiness(of: guest, on: host.connection).wait(for: .network, within: wait.duration) }
        let addresses = try await GuestAddress.require(of: guest, on: host.connection)
        if all || output.format == .json {
            try output.format.print(Rows(rows: addresses.map(AddressRow.init)))
        } else if let best = addresses.first {
            if !best.isReachable { output.note("QEMU's network for users leads only out: this host cannot call it") }
            StandardStream.output.write(best.address + "\n")
        }
    }
}

struct AddressRow: TableRow {
    static let headings = ["ADDRESS", "ADAPTER", "MAC", "KNOWN BY", "REACHABLE"]

    let address: GuestAddress

    var cells: [String] {
        [
            address.address, address.interface ?? "-", address.mac ?? "-",
            address.sources.map(\.rawValue).joined(separator: ", "), address.isReachable ? "yes" : "no",
        ]
    }

    func encode(to encoder: any Encoder) throws { try address.encode(to: encoder) }
}
