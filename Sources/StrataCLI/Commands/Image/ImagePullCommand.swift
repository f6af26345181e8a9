internal import ArgumentParser
internal import Strata

struct ImagePullCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull",
        abstract: "Fetch images, or newer ones of the same name.",
        discussion: """
            What was cut off goes on where it stopped. An image that is not what its maker vouches for is thrown away. \
            A URL may end with #sha256=… or #sha512=…: what its contents must be; with http it has to.

            Example:
              strata image pull debian-12 ubuntu-24.04
            """)

    @Argument(help: "Names of the catalogue, or URLs: https, http or file.")
    var images: [String]

    @Option(help: "What to call the image in the store.")
    var name: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard name == nil || images.count == 1 else { throw ValidationError("--name is for one image") }
    }

    func run() async throws {
        var failures: [Failure] = []
        var pulled: [StoredImage] = []
        for reference in images {
            do {
                let outcome = try await ProgressBar.during(output) { bar in
                    try await ImageStore().pull(reference, as: name) { bar.show($0) }
                }
                pulled.append(outcome.image)
                output.note(outcome.image.words(outcome.isNew ? "fetched" : "is the newest there is"))
            } catch is CancellationError {
                throw Failure(
                    .interrupted, reference, "interrupted",
                    hint: "what has arrived is kept: the same command goes on from there")
            } catch {
                failures.append(Failure(error))
            }
        }
        try output.format.printOutcomes(Rows(rows: pulled.map(ImageRow.init)))
        try failures.report()
    }
}

extension StoredImage {
    /// What came of it, in words; says where nobody vouched for it.
    func words(_ outcome: String) -> String {
        let proof = checksum == nil && id != nil ? "; nobody vouches for it" : ""
        return "image '\(name)': \(outcome)\(proof)"
    }
}
