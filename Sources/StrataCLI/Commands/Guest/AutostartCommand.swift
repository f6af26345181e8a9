internal import ArgumentParser
internal import Strata

struct AutostartCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "autostart",
        abstract: "Choose whether guests start with the host.",
        discussion: """
            Example:
              strata autostart web db --off
            """)

    @OptionGroup var guests: GuestSelectors

    @Flag(help: "They no longer start with the host.")
    var off = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let isOn = !off
        try await guests.forEach(on: host.connection, output, fitting: []) { guest in
            try await guest.setAutostart(isOn)
            return isOn ? "starts with the host" : "no longer starts with the host"
        }
    }
}
