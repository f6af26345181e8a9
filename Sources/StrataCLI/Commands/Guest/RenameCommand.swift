internal import ArgumentParser
internal import Strata

struct RenameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Give a guest that is off another name.",
        discussion: """
            Its UUID, disks and labels stay. Disks that were named after it keep their names; logs of QEMU do not.

            Example:
              strata rename web www
            """)

    @Argument(help: "The guest's name.", completion: .guests)
    var name: String

    @Argument(help: "Its new name.")
    var newName: String

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !newName.isEmpty, !newName.contains(where: { $0 == "/" || $0.isNewline }) else {
            throw ValidationError("a name is not empty, and has neither slash nor line break")
        }
    }

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let newName = newName
        try await doEach([name], on: host.connection, output) { guest in
            if try await guest.isActive {
                throw Failure(
                    .wrongState, "guest '\(guest.name)'", "it runs, and only a guest that is off can be renamed",
                    hint: "strata stop \(guest.name)")
            }
            try await guest.rename(to: newName, on: host)
            return "is now called \(newName)"
        }
    }
}
