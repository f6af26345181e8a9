internal import ArgumentParser
internal import Strata

struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check definitions against libvirt's schemas and for what no schema can ask.",
        discussion: """
            Any of libvirt's kinds is taken; relative paths are resolved first, as `run` and `define` do it. No daemon \
            is needed; with --connect or --host the host is asked too: whether it has the networks, volumes and files \
            that a guest names, the memory, and the device models. Exits with 1 when a file is invalid.

            Example:
              strata validate domains/*.xml
            """)

    @Argument(help: "Definitions, XML files.", completion: .file(extensions: ["xml"]))
    var files: [String]

    @Flag(help: "Leave out the checks beyond the schema.")
    var schemaOnly = false

    @Flag(help: "Check against the host, too.")
    var host = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !(schemaOnly && (host || connection.connect != nil)) else {
            throw ValidationError("--schema-only asks no host: leave out --host and --connect")
        }
    }

    func run() async throws {
        let verdicts = try await verdicts()
        try output.format.print(Verdicts(verdicts: verdicts))
        if verdicts.contains(where: { !$0.isValid }) { throw ExitStatus.failed }
    }

    private func verdicts() async throws -> [Verdict] {
        guard host || connection.connect != nil else {
            return await Verdict.of(files: files, schemaOnly: schemaOnly)
        }
        let host = try await connection.open(quiet: output.quiet).connection
        var verdicts: [Verdict] = []
        for file in files { verdicts.append(try await Verdict.of(file: file, on: host)) }
        return verdicts
    }
}

struct Verdicts: Renderable {
    let verdicts: [Verdict]

    var text: String { verdicts.map(lines).joined() }

    func encode(to encoder: any Encoder) throws { try verdicts.encode(to: encoder) }

    private func lines(of verdict: Verdict) -> String {
        guard !verdict.isValid else { return "\(verdict.file): valid\n" }
        return verdict.findings.map { finding in
            let place = [verdict.file, finding.line.map(String.init), finding.column.map(String.init)]
            return place.compactMap(\.self).joined(separator: ":") + ": \(finding.message)\n"
                + (finding.remedy.map { "  hint: \($0)\n" } ?? "")
        }.joined()
    }
}
