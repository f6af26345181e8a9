internal import ArgumentParser

struct OSCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "os",
        abstract: "Operating systems: the ones that are known, and the machine that each should have.",
        discussion: """
            Example:
              strata os list debian
              strata os info debian12
            """,
        subcommands: [OSListCommand.self, OSInfoCommand.self])
}
