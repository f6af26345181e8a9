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

    @Argument(help: "Names of images; by default all.", completion: .images)
    var names: [String] = []

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let store = ImageStore()
        let chosen = names.isEmpty ? store.list().map(\.name) : names
        if chosen.isEmpty { output.note("there is no image in the store") }
        var sound: [StoredImage] = []
        var failures: [Failure] = []
        for name in chosen {
            do {
                sound.append(
                    try await ProgressBar.during(output) { bar in try await store.verify(name) { bar.show($0) } })
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                failures.append(Failure(error))
            }
        }
        try output.format.printOutcomes(Rows(rows: sound.map(SoundImage.init)))
        try failures.report()
    }
}

/// An image that still is what it was when it came.
struct SoundImage: TableRow {
    static let headings = ["NAME", "SHA-256", "VERDICT"]

    let image: StoredImage

    init(_ image: StoredImage) { self.image = image }

    var cells: [String] { [image.name, image.id.map { String($0.prefix(12)) } ?? "-", "sound"] }

    func encode(to encoder: any Encoder) throws { try image.encode(to: encoder) }
}
