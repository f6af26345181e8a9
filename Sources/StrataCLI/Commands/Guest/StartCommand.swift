internal import ArgumentParser
internal import Strata

struct StartCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Boot guests that are defined and shut off.",
        discussion: """
            Example:
              strata start web db
            """)

    @OptionGroup var guests: GuestSelectors

    @Flag(help: "Let the guest stand suspended at its first instruction.")
    var paused = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let options: DomainStartOptions = paused ? [.paused] : []
        try await guests.forEach(on: host.connection, output, fitting: ["off"]) { guest in
            try await guest.start(options)
            return options.contains(.paused) ? "started, suspended" : "started"
        }
    }
}
