internal import ArgumentParser
internal import Strata

struct ImageDeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Remove images from the store.",
        discussion: """
            An image that a guest's disk stands on is refused.

            Example:
              strata image delete debian-11
            """)

    @Argument(help: "Names of images.")
    var names: [String]

    @Flag(name: [.short, .long], help: "Do not look whether a guest's disk stands on it.")
    var force = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let store = ImageStore()
        var gone: [StoredImage] = []
        var failures: [Failure] = []
        for name in names {
            do {
                if !force, let need = try await need(of: name, in: store) {
                    throw Failure(
                        .wrongState, "image '\(name)'", need, hint: "delete what needs it first: strata delete NAME")
                }
                gone.append(try store.delete(name))
            } catch {
                failures.append(Failure(error))
            }
        }
        try output.format.print(DeletedImages(images: gone))
        try failures.report()
    }

    /// The first that needs the image; one that is not there needs no host to tell.
    private func need(of name: String, in store: ImageStore) async throws -> String? {
        _ = try store.info(name)
        let host = try await connection.open(quiet: true)
        return try await store.needs(of: name, on: host.connection, uri: host.uri).first
    }
}

struct DeletedImages: Renderable {
    let images: [StoredImage]

    var text: String { images.map { "\($0.name): deleted\n" }.joined() }

    func encode(to encoder: any Encoder) throws { try images.encode(to: encoder) }
}
