internal import ArgumentParser
internal import Strata

struct RenameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Give a guest that is off another name.",
        discussion: """
            Its UUID, disks and labels stay. Disks that were named after it keep their names; the variables of its \
            UEFI firmware and its logs go along, for they are found by its name.

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
        let earlier = await GuestRenaming.finishEarlier(on: host)
        for note in earlier.compactMap(\.note) { output.note(note) }
        for failure in earlier.failures { StandardStream.error.write("\(failure)\n") }
        let newName = newName
        try await doEach([name], on: host.connection, output) { guest in
            try await GuestRenaming.plan(guest, to: newName, on: host).perform()
            return "is now called \(newName)"
        }
    }
}
