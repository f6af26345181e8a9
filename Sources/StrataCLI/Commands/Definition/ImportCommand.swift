internal import ArgumentParser
internal import Strata

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Write guests' definitions to files, without what libvirt filled in.",
        discussion: """
            The files can be applied on this host, where they change nothing, and on others. Passwords stay out of them.

            Example:
              strata import web db --to domains/
            """)

    @OptionGroup var guests: GuestNames

    @Option(help: ArgumentHelp("The folder for the files, each named after its guest.", valueName: "folder"))
    var to: String

    @Flag(help: "Also the UUID and the hardware addresses, for moving a guest and not copying it.")
    var identity = false

    @Flag(help: "Replace files that are there already.")
    var replace = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let (folder, identity, replace) = (to, identity, replace)
        try await guests.forEach(on: host.connection, output) { guest in
            let imported = try await ImportedDefinition(of: guest, keepsIdentity: identity)
            return "written to \(try imported.write(to: folder, replacing: replace))"
        }
    }
}
