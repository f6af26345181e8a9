internal import ArgumentParser
internal import Strata

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look a host over: what is missing, why it matters, and what mends it.",
        discussion: """
            Daemon, access, KVM, network, pools, ways to the disks, UEFI, TPM, room, and work that was left half-done. \
            Exits with 1 when there is a problem; notes are no problems.

            Example:
              strata doctor
              strata doctor --fix
            """)

    @Flag(help: "Mend what can be mended without harm: networks and pools that are off or missing, unfinished work.")
    var fix = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        var checkup = await Checkup.perform(on: connection.connect)
        var failures: [Failure] = []
        if fix {
            let outcome = await checkup.fix()
            for finding in outcome.mended { output.note("mended: \(finding.what)") }
            failures = outcome.failures
            checkup = await Checkup.perform(on: connection.connect)
        }
        try output.format.print(CheckupView(findings: checkup.findings))
        try failures.report()
        if checkup.findings.contains(where: { $0.severity == .problem }) { throw ExitStatus.failed }
    }
}

/// Findings for people, what is wrong with its reason and its remedy.
struct CheckupView: Renderable {
    let findings: [HealthFinding]

    var text: String {
        let width = findings.map(\.check.count).max() ?? 0
        return findings.map { finding in
            let words = finding.severity.word + String(repeating: " ", count: 9 - finding.severity.word.count)
            let name = finding.check + String(repeating: " ", count: width + 2 - finding.check.count)
            let more = [
                finding.why, finding.remedy.map { "→ " + $0 },
                finding.isFixable ? "→ or strata doctor --fix" : nil,
            ].compactMap(\.self)
            let indent = String(repeating: " ", count: words.count + name.count)
            return words + name + finding.what + "\n" + more.map { indent + $0 + "\n" }.joined()
        }.joined()
    }

    func encode(to encoder: any Encoder) throws { try findings.encode(to: encoder) }
}

extension HealthFinding.Severity {
    fileprivate var word: String {
        switch self {
        case .fine: "ok"
        case .note: "note"
        case .problem: "PROBLEM"
        }
    }
}
