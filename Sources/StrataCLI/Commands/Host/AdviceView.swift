internal import Strata

/// What was found, a paragraph each.
struct AdviceView: Renderable {
    let advice: Advice
    /// What came of changes that were made, by the finding's place.
    var outcomes: [Int: String] = [:]
    var columns = StandardStream.output.width

    var text: String {
        let paragraphs = advice.findings.enumerated().map { index, finding in
            let rows = [
                ("seen", finding.evidence.joined(separator: "; ")), ("gain", finding.gain), ("risk", finding.risk),
                ("do", [finding.command, finding.remedy].compactMap(\.self).joined(separator: "; ")),
                ("done", outcomes[index] ?? ""),
            ]
            let lines = rows.filter { !$0.1.isEmpty }.map { label, words in
                let head = "  " + label + String(repeating: " ", count: 6 - label.count)
                // A command is copied as a whole.
                let isCommand = label == "do" && finding.command != nil
                return Paragraph(head: head, words: words, indent: 8).text(columns: isCommand ? nil : columns)
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
