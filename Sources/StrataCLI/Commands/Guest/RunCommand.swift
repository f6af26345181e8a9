public import ArgumentParser
public import Strata

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Boot a guest from a definition, watch its console, leave nothing behind.",
        discussion: """
            The guest is transient: it is gone when the run ends, by Ctrl-] on a terminal, by its own power-off, by \
            the text or the time given. Its console is passed on; what is typed goes to it. Relative paths in FILE \
            start at FILE's folder.

            Example:
              strata run domains/hello.xml --until 'STRATA HELLO' --timeout 40s
            """)

    @Argument(help: "The domain definition, an XML file.", completion: .file(extensions: ["xml"]))
    var file: String

    @Option(help: ArgumentHelp("End when this text appears on the console.", valueName: "text"))
    var until: String?

    @Option(help: ArgumentHelp("End with exit code 75 after this time, such as 40s or 2m.", valueName: "time"))
    var timeout: DurationArgument?

    @Flag(help: "Leave the guest running when the run ends.")
    var keep = false

    @Flag(help: "Show the layers the guest stands on when the text of --until has appeared.")
    var layers = false

    @Option(help: "auto: KVM where it truly serves, else emulation; kvm and tcg insist.")
    var accel = AcceleratorPreference.auto

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard until?.isEmpty != true else { throw ValidationError("--until needs a text that is not empty") }
    }

    func run() async throws {
        var run = GuestRun(try Definition(file: file))
        run.accelerator = accel
        run.until = until
        run.timeout = timeout?.duration
        run.keepsGuest = keep
        run.readsLayers = layers
        let view = RunView(output: output)
        let host = try await connection.open(quiet: output.quiet)
        if Keyboard.isTerminal { output.note("Ctrl-] ends the run") }
        let outcome = try await TerminalMode.raw { [run] in
            try await run.perform(on: host.connection, input: Keyboard.input()) { view.show($0) }
        }
        view.end(outcome)
        await host.connection.close()
    }
}

extension AcceleratorPreference: ExpressibleByArgument {}
