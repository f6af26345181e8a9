internal import ArgumentParser
internal import Strata

struct SendKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sendkey",
        abstract: "Press keys on a guest's keyboard.",
        discussion: """
            Keys that are joined by + are pressed together; several combinations, one after the other. The serial \
            console has no such keyboard: type there with strata console NAME --send.

            Example:
              strata sendkey web ctrl+alt+f1
            """)

    @Argument(help: "The guest's name.", completion: .guests)
    var name: String

    @Argument(help: "Keys such as a, enter, f12 or ctrl+alt+delete.")
    var keys: [String]

    @Option(help: ArgumentHelp("How long each combination is held, such as 500ms.", valueName: "time"))
    var hold = DurationArgument(.milliseconds(50))

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard hold.duration <= .seconds(60) else { throw ValidationError("--hold is 60s at most") }
        do {
            for combination in keys { _ = try KeyNames.codes(combination) }
        } catch let failure as Failure {
            throw ValidationError("\(failure.why); \(failure.hint ?? "")")
        }
    }

    func run() async throws {
        let (_, guest) = try await connection.open(guest: name, quiet: output.quiet)
        for combination in keys {
            try await guest.pressKeys(try KeyNames.codes(combination), for: hold.duration)
            // The call comes back while the keys are still down, and the next ones would be lost.
            try await Task.sleep(for: hold.duration)
        }
    }
}
