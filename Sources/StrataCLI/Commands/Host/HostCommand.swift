internal import ArgumentParser

/// `strata host …`: what the host has for guests.
struct HostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "host",
        abstract: "Show what the host has for guests.",
        discussion: """
            Example:
              strata host nics
            """,
        subcommands: [HostNicsCommand.self])
}
