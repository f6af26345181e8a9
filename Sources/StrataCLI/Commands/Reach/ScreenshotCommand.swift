internal import ArgumentParser
internal import FoundationEssentials
internal import Strata

struct ScreenshotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screenshot",
        abstract: "Write a picture of a guest's screen to a file.",
        discussion: """
            QEMU makes the picture, in PNG; one before 7.1 makes it in PPM, and the file must be named so.

            Example:
              strata screenshot web web.png
            """)

    @Argument(help: "The guest's name.", completion: .guests)
    var name: String

    @Argument(help: "The file.", completion: .file(extensions: ["png", "ppm"]))
    var file: String

    @Option(help: "Which screen, from 0.")
    var screen = 0

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (_, guest) = try await connection.open(guest: name, quiet: output.quiet)
        let picture = try await guest.screenshot(screen: screen)
        let ending = picture.mimeType == "image/png" ? ".png" : ".ppm"
        guard file.lowercased().hasSuffix(ending) else {
            throw Failure(
                .unsupported, file, "the picture is \(picture.mimeType)",
                hint: "give the file a name that ends in \(ending)")
        }
        do {
            try Data(picture.bytes).write(to: URL(filePath: file), options: .atomic)
        } catch let error as CocoaError {
            let isMissing = [.fileNoSuchFile, .fileReadNoSuchFile].contains(error.code)
            throw Failure(
                isMissing ? .missingFile : .noPermission, file,
                isMissing ? "its folder is not there" : "cannot be written",
                hint: "name a file in a folder that can be written")
        }
        try output.format.print(PictureReport(guest: name, file: file, bytes: picture.bytes.count))
    }
}

struct PictureReport: Renderable {
    let guest: String
    let file: String
    let bytes: Int

    var text: String { "\(guest): \(file), \(bytes) bytes\n" }
}
