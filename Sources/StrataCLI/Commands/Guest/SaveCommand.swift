internal import ArgumentParser
internal import Strata

struct SaveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save",
        abstract: "Write guests' memory to disk and switch them off.",
        discussion: """
            The next start, or restore, goes on from there. Without --to, libvirt keeps the memory itself.

            Example:
              strata save --all
            """)

    @OptionGroup var guests: GuestSelectors

    @Option(
        help: ArgumentHelp("Write it to this file, on the guest's host; for one guest.", valueName: "file"),
        completion: .file())
    var to: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        let isOne = try guests.names.count == 1 && guests.selection.isExact
        guard to == nil || isOne else {
            throw ValidationError("--to is for one guest, by its name")
        }
    }

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let file = to.map(AbsolutePath.of)
        try await guests.forEach(on: host.connection, output, fitting: ["running", "paused"]) { guest in
            guard let file else {
                try await guest.putAside()
                return "saved"
            }
            try await guest.save(to: file)
            return "saved to \(file)"
        }
    }
}

/// A guest that goes on from a file; libvirt does not tell which one it is.
struct RestoreReport: Renderable {
    let file: String
    let outcome = "goes on from where it was saved"

    private enum CodingKeys: String, CodingKey { case file, outcome }

    var text: String { "\(file): \(outcome)\n" }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Let saved guests go on from where they were.",
        discussion: """
            A guest without a saved state is not booted instead: that is what start does. A pattern, --all, --state and \
            --tag mean those that have one. A file stays where it is.

            Example:
              strata restore web 'db-*'
            """)

    @OptionGroup var guests: OptionalGuestSelectors

    @Option(
        help: ArgumentHelp("Restore the guest in this file, on its host.", valueName: "file"), completion: .file())
    var from: String?

    @Flag(help: "Let the guest stand suspended; with --from.")
    var paused = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if from == nil { try guests.require() }
        guard try from == nil || guests.selection.isEmpty else {
            throw ValidationError("--from restores the guest in that file: leave names, --all, --state and --tag out")
        }
        guard !paused || from != nil else { throw ValidationError("--paused goes with --from") }
    }

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        if let from {
            try await host.connection.restore(from: AbsolutePath.of(from), paused ? [.paused] : [])
            return try output.format.print(RestoreReport(file: from))
        }
        let isSaved: (Domain) async throws -> Bool = { try await $0.hasManagedSave }
        try await guests.forEach(on: host.connection, output, fitting: ["off"], where: isSaved) { guest in
            try await guest.takeUp()
            return "goes on from where it was saved"
        }
    }
}
