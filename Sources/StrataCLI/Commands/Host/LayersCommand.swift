internal import ArgumentParser
internal import Strata

struct LayersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layers",
        abstract: "Draw the layers that guests stand on: hardware, host OS, VMM, guests.",
        discussion: """
            Example:
              strata layers
            """)

    @Argument(help: "Only this guest on top; all without it.")
    var guest: String?

    @Flag(help: "Draw with nothing but ASCII.")
    var ascii = false

    @Option(help: "How many columns the picture may take; the terminal's width without it.")
    var width: Int?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard width.map({ $0 >= LayerPicture.minimumWidth }) ?? true else {
            throw ValidationError("--width must be \(LayerPicture.minimumWidth) or more")
        }
    }

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let stack = try await LayerStack.read(host.connection.readOnly, only: guest)
        try output.format.print(LayersView(stack: stack, width: width, ascii: ascii))
    }
}

/// The picture of a stack, as wide as the terminal.
struct LayersView: Renderable {
    let stack: LayerStack
    var width: Int?
    var ascii = false

    var text: String {
        let width = width ?? StandardStream.output.width ?? 100
        let picture = LayerPicture(
            width: width, characters: ascii ? .ascii : .unicode, usesColour: StandardStream.output.wantsColour)
        return picture.text(of: stack)
    }

    func encode(to encoder: any Encoder) throws { try stack.encode(to: encoder) }
}
