internal import ArgumentParser
internal import Strata

struct EditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Edit a guest's definition in $VISUAL or $EDITOR.",
        discussion: """
            The guest has what changed at its next start. A definition that is refused leaves a draft, with which the \
            next edit of the guest goes on; so does one whose process died. Paths must begin with a slash: a guest \
            of the host has no folder that others could begin at.

            Example:
              EDITOR=nano strata edit web
            """)

    @Argument(help: "The guest's name.")
    var name: String

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet).connection
        let guest = try await host.domain(named: name)
        let draft = try await DefinitionDraft.begin(for: guest)
        if draft.isContinued { output.note("going on with the draft at \(draft.file)") }
        let changes = try await accept(draft, on: host)
        let colour = StandardStream.output.wantsColour
        try output.format.print(DifferenceView(changes: changes.withoutSecrets, usesColour: colour))
        if !changes.isEmpty, try await guest.isActive { output.note("guest '\(name)' has it at its next start") }
    }

    /// Opens the editor, again and again for as long as the user wants to correct what was refused.
    private func accept(_ draft: DefinitionDraft, on host: Connection) async throws -> [Change] {
        while true {
            do {
                try await Editor.open(draft.file)
            } catch {
                throw await draft.left(after: error, on: host)
            }
            do {
                return try await draft.accept(on: host)
            } catch {
                let kind = Failure(error).kind
                // No other text of the draft would help where somebody else was there first, or where it is gone.
                guard Keyboard.isTerminal, kind != .wrongState, kind != .missingFile else { throw error }
                StandardStream.error.write("\(error)\n")
                guard try Question.ask("edit it again?") else { throw ExitStatus(kind) }
            }
        }
    }
}
