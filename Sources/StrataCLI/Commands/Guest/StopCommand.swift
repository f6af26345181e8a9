internal import ArgumentParser
internal import Strata

struct StopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Ask guests to shut down, wait, and switch off those that do not.",
        discussion: """
            A guest that is off already is left alone. Switched off by force, a guest loses what it had not written.

            Example:
              strata stop web --timeout 2m
            """)

    @OptionGroup var guests: GuestSelectors

    @Option(help: ArgumentHelp("How long a guest has to shut down by itself.", valueName: "time"))
    var timeout = DurationArgument(.seconds(30))

    @Flag(name: [.short, .long], help: "Switch off at once, without asking.")
    var force = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let grace = force ? Duration.zero : timeout.duration
        let (output, limit) = (output, timeout.duration.seconds)
        try await guests.forEach(on: host.connection, output, fitting: ["running", "paused"]) { guest in
            let name = guest.name
            let outcome = try await guest.stop(grace: grace) {
                output.note("guest '\(name)' was asked to shut down and has \(limit)")
            }
            return outcome.words
        }
    }
}

extension StopOutcome {
    fileprivate var words: String {
        switch self {
        case .wasOff: "was off already"
        case .shutDown: "shut down"
        case .forced: "switched off"
        }
    }
}
