internal import ArgumentParser
internal import Strata

struct PauseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Let guests stand still; their memory stays.",
        discussion: """
            A guest that stands still uses no processor, and its clock stands, too.

            Example:
              strata pause web
            """)

    @OptionGroup var guests: GuestSelectors
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        try await guests.forEach(on: host.connection, output, fitting: ["running"]) { guest in
            try await guest.suspend()
            return "paused"
        }
    }
}

struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Let paused guests go on.",
        discussion: """
            Example:
              strata resume --all
            """)

    @OptionGroup var guests: GuestSelectors
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        try await guests.forEach(on: host.connection, output, fitting: ["paused"]) { guest in
            try await guest.resume()
            return "goes on"
        }
    }
}
