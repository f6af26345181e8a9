internal import ArgumentParser
internal import Strata

struct ImageInfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Show an image of the store, or what a file is.",
        discussion: """
            A word with a slash in it is a file; it is only looked at.

            Example:
              strata image info debian-12
            """)

    @Argument(help: "The image's name, the first digits of its checksum, or a file.", completion: .images)
    var image: String

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let store = ImageStore()
        let found = image.contains("/") ? try await store.obtain(image) : try store.info(image)
        try output.format.print(ImageView(image: found))
    }
}

struct ImageView: Renderable {
    let image: StoredImage

    var text: String {
        let rows = [
            ("name", image.name), ("file", image.path), ("format", image.format), ("disk", "\(image.virtualSize)"),
            ("file size", "\(image.size)"), ("os", image.os ?? "n/a"), ("from", image.source),
            ("sha256", image.id ?? "not made"),
            ("vouched for by", image.checksum.map { "\($0.algorithm) \($0.digest)" } ?? "nobody"),
            ("added", image.added.map { "\($0)" } ?? "it is not in the store"),
        ]
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { $0.0 + String(repeating: " ", count: width + 2 - $0.0.count) + $0.1 + "\n" }.joined()
    }

    func encode(to encoder: any Encoder) throws { try image.encode(to: encoder) }
}
