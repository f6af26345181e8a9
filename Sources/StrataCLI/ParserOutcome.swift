internal import ArgumentParser
internal import Strata

/// What the argument parser has to say: a help text, a version, or a mistake in the arguments.
struct ParserOutcome {
    let message: String
    let status: ExitStatus

    /// What the parser says of an error; a mistake in the house's own form, with a hint on where to read about `command`.
    ///
    /// While it parses it knows the command; what a command itself finds wrong with its arguments comes without one.
    init(_ error: any Error, of command: any ParsableCommand.Type) {
        let text = RootCommand.fullMessage(for: error)
        guard RootCommand.exitCode(for: error) != .success else {
            message = text.isEmpty ? "" : text + "\n"
            status = .success
            return
        }
        let usage = error is ValidationError ? RootCommand.usageString(for: command) : Self.usage(in: text)
        message = "\(Self.failure(RootCommand.message(for: error), usage))\n"
        status = .usage
    }

    /// The usage line of a full message, after which a line or nothing follows.
    private static func usage(in text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines.first { $0.hasPrefix("Usage: ") || $0.hasPrefix("USAGE: ") }
        return String(line?.dropFirst("Usage: ".count) ?? "strata")
    }

    private static func failure(_ message: String, _ usage: String) -> Failure {
        let words = usage.split(separator: " ").prefix { $0.allSatisfy { $0.isLetter || $0 == "-" } && $0.first != "-" }
        let command = words.joined(separator: " ")
        let hint = "\(command) --help shows how it is used"
        // Some name the option already, such as `--memory '4': it must be an amount`.
        if message.hasPrefix("--"), let end = message.firstRange(of: "': ") {
            return Failure(
                .wrongValue, String(message[..<end.lowerBound]) + "'", String(message[end.upperBound...]), hint: hint)
        }
        let first = message.prefix(1).lowercased()
        return Failure(.wrongValue, command, first + message.dropFirst(), hint: hint)
    }

    /// Whether the error came from the parser, not from what a command did.
    static func isOne(_ error: any Error) -> Bool {
        switch error {
        case is Failure, is LibvirtError, is CancellationError: false
        default: true
        }
    }
}
