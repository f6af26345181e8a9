internal import ArgumentParser
internal import Strata

struct ImageDeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Remove images from the store.",
        discussion: """
            Example:
              strata image delete debian-11
            """)

    @Argument(help: "Names of images.")
    var names: [String]

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let store = ImageStore()
        var gone: [StoredImage] = []
        var failures: [Failure] = []
        for name in names {
            do { gone.append(try store.delete(name)) } catch { failures.append(Failure(error)) }
        }
        try output.format.print(DeletedImages(images: gone))
        try failures.report()
    }
}

struct DeletedImages: Renderable {
    let images: [StoredImage]

    var text: String { images.map { "\($0.name): deleted\n" }.joined() }

    func encode(to encoder: any Encoder) throws { try images.encode(to: encoder) }
}
