internal import ArgumentParser
internal import Strata

struct LayersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layers",
        abstract: "Draw the layers that guests stand on: hardware, host OS, VMM, guests.",
        discussion: """
            Example:
              strata layers
              strata layers web --format svg > layers.svg
            """)

    @Argument(help: "Only this guest on top; all without it.", completion: .guests)
    var guest: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var picture: PictureOptions

    func run() async throws {
        let host = try await connection.open(quiet: picture.quiet)
        let stack = try await LayerStack.read(host.connection.readOnly, only: guest)
        try picture.format.print(LayersView(stack: stack, columns: picture.columns, characters: picture.characters))
    }
}

/// The picture of a stack, as wide as the terminal.
struct LayersView: Drawable {
    let stack: LayerStack
    var columns = StandardStream.output.width ?? 100
    var characters = LayerPicture.Characters.unicode

    var text: String { picture(usesColour: StandardStream.output.wantsColour).text(of: stack) }

    var svg: String { picture(usesColour: false).svg(of: stack) }

    func encode(to encoder: any Encoder) throws { try stack.encode(to: encoder) }

    private func picture(usesColour: Bool) -> LayerPicture {
        LayerPicture(width: columns, characters: characters, usesColour: usesColour)
    }
}
