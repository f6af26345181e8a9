internal import ArgumentParser
internal import Strata

struct ImageVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read images again and compare them with their checksums.",
        discussion: """
            Example:
              strata image verify
            """)

    @Argument(help: "Names of images; by default all.")
    var names: [String] = []

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let store = ImageStore()
        var sound: [StoredImage] = []
        var failures: [Failure] = []
        for name in names.isEmpty ? store.list().map(\.name) : names {
            do {
                sound.append(
                    try await ProgressBar.during(output) { bar in try await store.verify(name) { bar.show($0) } })
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                failures.append(Failure(error))
            }
        }
        try output.format.printOutcomes(Rows(rows: sound.map(ImageRow.init)))
        try failures.report()
    }
}
