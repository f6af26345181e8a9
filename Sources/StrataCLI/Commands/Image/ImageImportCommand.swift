internal import ArgumentParser
internal import Strata

struct ImageImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Copy a disk image of this host into the store.",
        discussion: """
            qcow2 and raw are taken. An image that stands on another file is refused: whoever made it could have named \
            any file of the host.

            Example:
              strata image import build/web.qcow2 --os debian12
            """)

    @Argument(help: "The image.", completion: .file(extensions: ["qcow2", "img", "raw", "iso"]))
    var file: String

    @Option(help: "What to call it; by default the file's name without its ending.")
    var name: String?

    @Option(help: "The system in it, such as debian12; `strata os list` has them all.")
    var os: String?

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let profile = try os.map { try OSDatabase().profile($0) }
        if let profile, let wanted = profile.standsInFor {
            output.note("the osinfo database does not know \(wanted) yet; \(profile.name) stands in for it")
        }
        let image = try await ProgressBar.during(output) { bar in
            try await ImageStore().importing(file, as: name, os: profile?.shortID) { bar.show($0) }
        }
        output.note("image '\(image.name)': imported")
        try output.format.print(Rows(rows: [ImageRow(image)]))
    }
}
