internal import ArgumentParser
internal import FoundationEssentials
internal import Strata

struct ExecCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exec",
        abstract: "Run a command in a guest through QEMU's agent, without any network.",
        usage: "strata exec [<options>] <name> -- <command> ...",
        discussion: """
            The command's output comes as it is written, and its exit code becomes that of strata. It runs as the user \
            that the agent is, most often root. No shell takes its words apart; for one: -- sh -c 'ls /tmp | wc -l'.

            Example:
              strata exec web -- systemctl is-system-running
            """)

    @Argument(help: "The guest's name.", completion: .guests)
    var name: String

    @Argument(parsing: .postTerminator, help: "The command and its arguments.")
    var command: [String] = []

    @Flag(help: "Let it read strata's standard input, 1 MiB of it at most.")
    var stdin = false

    @Option(help: ArgumentHelp("End it after this time, such as 40s or 2m.", valueName: "time"))
    var timeout: DurationArgument?

    @Option(help: ArgumentHelp("End it when it has written more, in MiB.", valueName: "MiB"))
    var limit = 16

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !command.isEmpty else { throw ValidationError("the command is missing: strata exec \(name) -- COMMAND") }
        guard limit > 0, limit <= 4096 else { throw ValidationError("--limit must be 1 to 4096") }
    }

    func run() async throws {
        let (_, guest) = try await connection.open(guest: name, quiet: output.quiet)
        let order = GuestCommand(
            command, input: stdin ? try StandardInput.all(limit: 1 << 20) : [],
            outputLimit: .mebibytes(UInt64(limit)), timeout: timeout?.duration)
        var report = ExecutionReport()
        let status = try await GuestAgent(guest).run(order) { piece in
            if output.format == .json { return report.add(piece) }
            switch piece {
            case .output(let bytes): StandardStream.output.write(bytes)
            case .errors(let bytes): StandardStream.error.write(bytes)
            }
        }
        report.status = status
        if output.format == .json { try output.format.print(report) }
        if status != 0 { throw ForeignStatus(code: status) }
    }
}

/// What a command in a guest came to, for programs.
struct ExecutionReport: Renderable {
    var status: Int32 = 0
    var output = ""
    var errors = ""

    var text: String { output }

    mutating func add(_ piece: GuestCommand.Piece) {
        switch piece {
        case .output(let bytes): output += String(decoding: bytes, as: UTF8.self)
        case .errors(let bytes): errors += String(decoding: bytes, as: UTF8.self)
        }
    }
}
