internal import ArgumentParser
internal import Strata

/// What the argument parser has to say: a help text, a version, or a mistake in the arguments.
struct ParserOutcome {
    let message: String
    let status: ExitStatus

    /// What the parser says of an error, with the usage of `command`.
    ///
    /// While it parses it knows the command; what a command itself finds wrong with its arguments comes without one.
    init(_ error: any Error, of command: any ParsableCommand.Type) {
        let text =
            error is ValidationError
            ? "Error: \(RootCommand.message(for: error))\nUsage: \(RootCommand.usageString(for: command))"
            : RootCommand.fullMessage(for: error)
        message = text.isEmpty ? "" : text + "\n"
        status = RootCommand.exitCode(for: error) == .success ? .success : .usage
    }

    /// Whether the error came from the parser, not from what a command did.
    static func isOne(_ error: any Error) -> Bool {
        switch error {
        case is Failure, is LibvirtError, is CancellationError: false
        default: true
        }
    }
}
