internal import ArgumentParser
internal import Strata

struct ImageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "image",
        abstract: "Disk images that guests are made of: fetch them, look at them, remove them.",
        discussion: """
            Images are kept once for each content, compared with the checksum that their maker gives before anything \
            uses them. Names come from strata's catalogue, /etc/strata/images.json and ~/.config/strata/images.json, each a list of entries with name, url, checksum-url or checksum, format and os.

            Example:
              strata image list --catalogue
              strata image pull debian-12
              strata image info debian-12
            """,
        subcommands: [
            ImagePullCommand.self, ImageImportCommand.self, ImageListCommand.self, ImageInfoCommand.self,
            ImageDeleteCommand.self, ImageVerifyCommand.self,
        ])
}

extension ProgressBar {
    /// Shows what is being done for an image.
    func show(_ progress: ImageStore.Progress) {
        let words =
            switch progress.stage {
            case .waiting: "waiting for another strata that fetches it"
            case .downloading: "downloading"
            case .copying: "copying"
            case .checking: "checking"
            }
        show(State(label: "\(progress.name): \(words)", done: progress.done, total: progress.total))
    }

    /// Runs `body` with a bar that is gone afterwards, whatever happens.
    static func during<Result>(
        _ output: OutputOptions, _ body: (ProgressBar) async throws -> Result
    ) async rethrows -> Result {
        let bar = ProgressBar(isWanted: !output.quiet)
        defer { bar.end() }
        return try await body(bar)
    }
}
