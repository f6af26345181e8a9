internal import ArgumentParser
internal import Strata

struct DefineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract: "Keep a guest's definition on the host, without starting it.",
        discussion: """
            The definition is stored as it stands in FILE; only relative paths are resolved, from FILE's folder.

            Example:
              strata define domains/web.xml
            """)

    @Argument(help: "The domain definition, an XML file.", completion: .file(extensions: ["xml"]))
    var file: String

    @Flag(help: "Replace the definition of a guest that has the name already, keeping its UUID.")
    var replace = false

    @Flag(help: "Start the guest with the host.")
    var autostart = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let definition = try Definition(file: file)
        let host = try await connection.open(quiet: output.quiet)
        let guest = try await definition.define(on: host.connection, replacing: replace)
        if autostart { try await guest.setAutostart(true) }
        if let reason = try await definition.reasonAgainstKVM(on: host.connection) {
            output.note("warning: the definition asks for KVM, which does not serve here: \(reason)")
        }
        try output.format.print(
            GuestOutcomes(outcomes: [GuestOutcome(index: 0, guest: guest.name, outcome: "defined", failure: nil)]))
    }
}
