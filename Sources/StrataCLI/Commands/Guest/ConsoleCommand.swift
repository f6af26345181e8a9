internal import ArgumentParser
internal import Strata

struct ConsoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console",
        abstract: "Connect the terminal to a guest's console; Ctrl-] leaves.",
        discussion: """
            Example:
              strata console web
            """)

    @Argument(help: "The guest's name.")
    var name: String

    @Option(help: ArgumentHelp("The device, such as serial0; the first one without it.", valueName: "alias"))
    var device: String?

    @Flag(help: "Throw out whoever is connected already.")
    var force = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let guest = try await host.connection.domain(named: name)
        let console = try await guest.openConsole(device, force ? [.force] : [])
        output.note("connected to the console of guest '\(name)'; Ctrl-] leaves")
        try await TerminalMode.raw { try await follow(console) }
        await console.close()
    }

    /// Passes bytes both ways until the guest hangs up or the user leaves.
    private func follow(_ console: Console) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                while let bytes = try await console.next() { StandardStream.output.write(bytes) }
                return true
            }
            group.addTask {
                for await item in Keyboard.input() {
                    guard case .bytes(let bytes) = item else { return true }
                    try await console.write(bytes)
                }
                return false
            }
            defer { group.cancelAll() }
            for try await isOver in group where isOver { return }
        }
    }
}
