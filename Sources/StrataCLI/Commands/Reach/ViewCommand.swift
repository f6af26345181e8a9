internal import ArgumentParser
internal import Glibc
internal import Strata

struct ViewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Show a guest's screen in virt-viewer, or print where it can be seen.",
        discussion: """
            Without virt-viewer, or without a desktop to show it on, the address is printed, and how to reach it from \
            another machine without opening it to everybody.

            Example:
              strata view web --print
            """)

    @Argument(help: "The guest's name.", completion: .guests)
    var name: String

    @Flag(help: "Only print the address.")
    var print = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (host, guest) = try await connection.open(guest: name, quiet: output.quiet)
        let places = try await DisplayPlace.find(of: guest, on: host.connection)
        guard !places.isEmpty else {
            throw Failure(
                .unsupported, "guest '\(name)'", "it has no screen that can be seen",
                hint: "add <graphics type='vnc'/> and <video/> to the devices, or use strata console \(name)")
        }
        let hasDesktop = getenv("DISPLAY") != nil || getenv("WAYLAND_DISPLAY") != nil
        if !print, output.format == .table, hasDesktop, Program.exists("virt-viewer") {
            await host.connection.close()
            return try Program.become(["virt-viewer", "--connect", host.uri, "--attach", "--", name])
        }
        try output.format.print(DisplayReport(places: places))
        for advice in places.compactMap(\.advice) { output.note(advice) }
    }
}

struct DisplayReport: Renderable {
    let places: [DisplayPlace]

    var text: String { places.map { $0.uri + "\n" }.joined() }

    func encode(to encoder: any Encoder) throws { try places.encode(to: encoder) }
}
