internal import ArgumentParser
internal import Strata

struct AdviseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "advise",
        abstract: "Say what could be better with guests and their host, why, and what would change it.",
        discussion: """
            Measures for a while and looks at the definitions. Each finding has what was seen, what a change would \
            bring, what can go wrong with it, and the command. --apply makes those that can not go wrong: the guest \
            runs as before, and its data is as safe as before.

            Example:
              strata advise web --interval 30s
            """)

    @Argument(help: "Only these guests; all of them without it.")
    var names: [String] = []

    @Option(help: ArgumentHelp("How long to measure, such as 30s or 5m.", valueName: "time"))
    var interval = DurationArgument(.seconds(5))

    @Flag(help: "Make the changes that are safe.")
    var apply = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard interval.duration >= .milliseconds(100) else { throw ValidationError("--interval must be 100ms or more") }
    }

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let advice = try await Advice.read(host.connection.readOnly, over: interval.duration, about: Set(names))
        var view = AdviceView(advice: advice)
        var failures: [Failure] = []
        if apply {
            for (index, finding) in advice.findings.enumerated() where finding.isSafe {
                do {
                    let changes = try await finding.apply(on: host.connection, uri: host.uri)
                    view.outcomes[index] =
                        changes.contains { $0.effect == .nextBoot } ? "done, from the next boot on" : "done"
                } catch {
                    failures.append(Failure(error))
                    view.outcomes[index] = "failed"
                }
            }
        }
        try output.format.print(view)
        for failure in failures { StandardStream.error.write("\(failure)\n") }
        if let kind = failures.first?.kind { throw ExitStatus(kind) }
    }
}
