internal import ArgumentParser
internal import Strata

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check definitions against libvirt's schema; needs no daemon.",
        discussion: """
            Relative paths are resolved first, as `run` and `define` do it. Exits with 1 when a file is invalid.

            Example:
              strata validate domains/*.xml
            """)

    @Argument(help: "Domain definitions, XML files.", completion: .file(extensions: ["xml"]))
    var files: [String]

    @OptionGroup var output: OutputOptions

    func run() throws {
        let verdicts = files.map(Verdict.of(file:))
        try output.format.print(Verdicts(verdicts: verdicts))
        if verdicts.contains(where: { !$0.isValid }) { throw ExitStatus.failed }
    }
}

struct Verdicts: Renderable {
    let verdicts: [Verdict]

    var text: String {
        verdicts.map { verdict in
            guard !verdict.isValid else { return "\(verdict.file): valid\n" }
            return verdict.findings.map { finding in
                [verdict.file, finding.line.map(String.init), finding.column.map(String.init)]
                    .compactMap(\.self).joined(separator: ":") + ": \(finding.message)\n"
            }.joined()
        }.joined()
    }

    func encode(to encoder: any Encoder) throws { try verdicts.encode(to: encoder) }
}
