internal import ArgumentParser
internal import Strata

struct RebootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reboot",
        abstract: "Ask guests to reboot, or reset them.",
        discussion: """
            The guest's own system reboots when it hears the request; --force presses the reset button instead, and \
            the guest loses what it had not written.

            Example:
              strata reboot 'web-*'
            """)

    @OptionGroup var guests: GuestSelectors

    @Flag(name: [.short, .long], help: "Reset at once, without asking.")
    var force = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let isForced = force
        try await guests.forEach(on: host.connection, output, fitting: ["running"]) { guest in
            if isForced { try await guest.reset() } else { try await guest.reboot() }
            return isForced ? "reset" : "was asked to reboot"
        }
    }
}
