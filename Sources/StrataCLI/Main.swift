internal import ArgumentParser
internal import Glibc
internal import Strata

/// Starts the command, turns signals into cancellation, and ends with the command's exit code.
///
/// Not an asynchronous `main`: that would start libdispatch only to come back to this thread, which takes longer than
/// a short command's own work. The command runs on the executor on which libvirt's calls run anyway, so no call of it
/// pays for a hop either; this thread waits for signals.
@main
enum Main {
    static func main() {
        TerminationSignals.block()
        let command = Task(executorPreference: BlockingExecutor.shared) { exit(await runCommand()) }
        TerminationSignals.wait()
        command.cancel()
        let second = TerminationSignals.wait()
        TerminalMode.restoreAtOnce()
        _exit(128 + second)
    }

    private static func runCommand() async -> Int32 {
        var type: any ParsableCommand.Type = RootCommand.self
        do {
            var command = try await RootCommand.parseFast(Array(CommandLine.arguments.dropFirst()))
            // What was parsed by the root knows its own usage; before that, the error does.
            type = Swift.type(of: command)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return ExitStatus.success.rawValue
        } catch let foreign as ForeignStatus {
            return foreign.code
        } catch {
            return report(error, of: type).rawValue
        }
    }

    private static func report(_ error: any Error, of command: any ParsableCommand.Type) -> ExitStatus {
        if let status = error as? ExitStatus { return status }
        if ParserOutcome.isOne(error) {
            let outcome = ParserOutcome(error, of: command)
            (outcome.status == .success ? StandardStream.output : .error).write(outcome.message)
            return outcome.status
        }
        return ExitStatus(reporting: error)
    }
}
