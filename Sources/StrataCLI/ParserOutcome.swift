internal import ArgumentParser
internal import Strata

/// What the argument parser has to say: a help text, a version, or a mistake in the arguments.
struct ParserOutcome {
    let message: String
    let status: ExitStatus

    /// What the parser says of an error, with the usage of `command`.
    init(_ error: any Error, of command: any ParsableCommand.Type = RootCommand.self) {
        let text = command.fullMessage(for: error)
        message = text.isEmpty ? "" : text + "\n"
        status = command.exitCode(for: error) == .success ? .success : .usage
    }

    /// Whether the error came from the parser, not from what a command did.
    static func isOne(_ error: any Error) -> Bool {
        switch error {
        case is Failure, is LibvirtError, is CancellationError: false
        default: true
        }
    }
}
