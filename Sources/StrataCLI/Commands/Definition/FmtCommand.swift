internal import ArgumentParser
internal import Strata

struct FmtCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Bring definition files into the usual layout; comments and order stay.",
        discussion: """
            Only white space between elements changes. Each file is replaced in one step. With --check nothing is \
            written, and the exit code is 1 when a file has another layout.

            Example:
              strata fmt --check domains/*.xml
            """)

    @Argument(help: "Definitions of any kind, XML files.", completion: .file(extensions: ["xml"]))
    var files: [String]

    @Flag(help: "Write nothing; exit with 1 when a file would change.")
    var check = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        var done: [FormattedFile] = []
        var status: ExitStatus?
        for file in files {
            do {
                done.append(try FormattedFile.format(file, checking: check))
            } catch {
                status = ExitStatus(reporting: error)
            }
        }
        try output.format.print(FormattedFiles(files: done, checking: check))
        if let status { throw status }
        if check, done.contains(where: \.isChanged) { throw ExitStatus.failed }
    }
}

/// The files that have, or had, another layout.
struct FormattedFiles: Renderable {
    let files: [FormattedFile]
    let checking: Bool

    var text: String {
        files.filter(\.isChanged).map { "\($0.file): \(checking ? "has another layout" : "formatted")\n" }.joined()
    }

    func encode(to encoder: any Encoder) throws { try files.encode(to: encoder) }
}
