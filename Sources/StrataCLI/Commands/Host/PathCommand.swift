internal import ArgumentParser
internal import Strata

struct PathCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "Follow a guest's requests hop by hop: driver, device, thread, image or tap, host driver, hardware.",
        discussion: """
            Each hop says who runs it, where it copies the data or switches context, and what was counted there.

            Example:
              strata path web vda --interval 5s
              strata path web --format svg > path.svg
            """)

    @Argument(help: "The guest.", completion: .guests)
    var guest: String

    @Argument(help: "Only this disk or adapter: vda, vnet3, 52:54:00:…; all without it.")
    var device: String?

    @Option(help: ArgumentHelp("How long to measure, such as 1s.", valueName: "time"))
    var interval = DurationArgument(.seconds(1))

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var picture: PictureOptions

    func validate() throws {
        guard interval.duration >= .milliseconds(100) else {
            throw ValidationError("--interval must be 100ms or more: the kernel counts in hundredths of a second")
        }
    }

    func run() async throws {
        let host = try await connection.open(quiet: picture.quiet).connection.readOnly
        let all = try await RequestPath.read(host, guest: guest)
        let chosen = device.map { name in all.filter { $0.isNamed(name) } } ?? all
        guard !chosen.isEmpty else {
            let names = all.map(\.device).joined(separator: ", ")
            throw Failure(
                .wrongValue, "guest '\(guest)'",
                device.map { "it has no disk or adapter '\($0)'" } ?? "it has neither disk nor adapter",
                hint: names.isEmpty ? nil : "one of: \(names)")
        }
        let paths = try await RequestPath.measure(chosen, host, over: interval.duration)
        try picture.format.print(PathView(paths: paths, columns: picture.columns, characters: picture.characters))
    }
}

/// The ways, as wide as the terminal.
private struct PathView: Drawable {
    let paths: [RequestPath]
    let columns: Int
    let characters: LayerPicture.Characters

    var text: String { picture(usesColour: StandardStream.output.wantsColour).text(of: paths) }

    var svg: String { picture(usesColour: false).svg(of: paths) }

    func encode(to encoder: any Encoder) throws { try paths.encode(to: encoder) }

    private func picture(usesColour: Bool) -> PathPicture {
        PathPicture(width: columns, characters: characters, usesColour: usesColour)
    }
}
