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

/// What was found, a paragraph each.
struct AdviceView: Renderable {
    let advice: Advice
    /// What came of changes that were made, by the finding's place.
    var outcomes: [Int: String] = [:]

    var text: String {
        let paragraphs = advice.findings.enumerated().map { index, finding in
            let rows = [
                ("seen", finding.evidence.joined(separator: "; ")), ("gain", finding.gain), ("risk", finding.risk),
                ("do", [finding.command, finding.remedy].compactMap(\.self).joined(separator: "; ")),
                ("done", outcomes[index] ?? ""),
            ]
            let lines = rows.filter { !$0.1.isEmpty }.map { label, words in
                "  " + label + String(repeating: " ", count: 6 - label.count) + words + "\n"
            }
            return "\(finding.guest ?? "host"): \(finding.problem)  [\(finding.rule)]\n" + lines.joined() + "\n"
        }
        return paragraphs.joined() + summary
    }

    private var summary: String {
        let guests = advice.guests.count
        let seen = "\(guests) guest\(guests == 1 ? "" : "s"), measured for \(Figures.time(advice.seconds))"
        guard !advice.findings.isEmpty else { return "nothing to advise: \(seen)\n" }
        let safe = advice.findings.indices.filter { advice.findings[$0].isSafe && outcomes[$0] == nil }.count
        let hint = safe > 0 ? "; \(safe) can be made with --apply" : ""
        return "\(advice.findings.count) finding\(advice.findings.count == 1 ? "" : "s") for \(seen)\(hint)\n"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let findings = advice.findings.enumerated().map { AdviceRecord(finding: $1, outcome: outcomes[$0]) }
        try container.encode(findings, forKey: .findings)
        try container.encode(advice.guests, forKey: .guests)
        try container.encode(advice.seconds, forKey: .seconds)
    }

    private enum CodingKeys: String, CodingKey { case findings, guests, seconds }
}

/// A finding with its command and with what came of it.
private struct AdviceRecord: Encodable {
    let finding: Suggestion
    let outcome: String?

    private enum CodingKeys: String, CodingKey {
        case rule, guest, problem, evidence, gain, risk, command, remedy, isSafe, outcome
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(finding.rule, forKey: .rule)
        try container.encodeIfPresent(finding.guest, forKey: .guest)
        try container.encode(finding.problem, forKey: .problem)
        try container.encode(finding.evidence, forKey: .evidence)
        try container.encode(finding.gain, forKey: .gain)
        try container.encode(finding.risk, forKey: .risk)
        try container.encodeIfPresent(finding.command, forKey: .command)
        try container.encodeIfPresent(finding.remedy, forKey: .remedy)
        try container.encode(finding.isSafe, forKey: .isSafe)
        try container.encodeIfPresent(outcome, forKey: .outcome)
    }
}
