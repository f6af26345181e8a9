internal import ArgumentParser
internal import Strata

struct ConsoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console",
        abstract: "Connect the terminal to a guest's console; Ctrl-] leaves.",
        discussion: """
            For scripts, --send types and --expect waits for words. Where the definition keeps a log of the console \
            (<log file=…/> in <serial>), --expect also finds what was written before, unless something is typed first.

            A serial line does not carry the size of the terminal, and nothing is typed into the guest unasked, where \
            it may land in an editor. The note at the beginning has the command that tells the guest; with --fit, \
            Ctrl-^ types it, for the size that the terminal has then. Use it at a shell's prompt.

            Example:
              strata console web --send 'root\\n' --expect 'password:' --timeout 20s
            """)

    @Argument(help: "The guest's name.", completion: .guests)
    var name: String

    @Option(help: ArgumentHelp("The device, such as serial0; the first one without it.", valueName: "alias"))
    var device: String?

    @Flag(help: "Throw out whoever is connected already.")
    var force = false

    @Flag(help: "Print the kept log of the console, and end.")
    var log = false

    @Flag(help: "With --log: go on with what comes, until Ctrl-C.")
    var follow = false

    @Flag(help: "Let Ctrl-^ type the command that tells the guest how large the terminal is.")
    var fit = false

    @Option(help: ArgumentHelp("Type this; \\n is Enter, \\t, \\e and \\xHH as in C.", valueName: "text"))
    var send: EscapedText?

    @Option(help: ArgumentHelp("Wait for this and print its line.", valueName: "text"))
    var expect: String?

    @Option(help: ArgumentHelp("How long to wait for --expect; exit code 75 after that.", valueName: "time"))
    var timeout = DurationArgument(.seconds(40))

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard expect?.isEmpty != true else { throw ValidationError("--expect needs a text that is not empty") }
        guard !log || (send == nil && expect == nil) else {
            throw ValidationError("--log excludes --send and --expect")
        }
        guard log || !follow else { throw ValidationError("--follow goes with --log") }
        guard !fit || !(log || send != nil || expect != nil) else {
            throw ValidationError("--fit is for a terminal: it excludes --log, --send and --expect")
        }
    }

    func run() async throws {
        let (_, guest) = try await connection.open(guest: name, quiet: output.quiet)
        if log { return try await printLog(of: guest) }
        if send != nil || expect != nil { return try await perform(with: guest) }
        // A guest that is off is the better reason.
        if !Keyboard.isTerminal, try await guest.isActive { throw Self.needsTerminal(name) }
        let console = try await guest.openConsole(device, force ? [.force] : [])
        output.note("connected to the console of guest '\(name)'; Ctrl-] leaves")
        if fit {
            output.note("Ctrl-^ at a shell's prompt tells the guest the size of this terminal")
        } else if let command = Self.sizeCommand {
            output.note("in the guest, for this terminal: \(command)")
        }
        let farewell = StandardStream.output.isTerminal ? "\r\n" : ""
        try await TerminalMode.raw(farewell: farewell) { try await pass(console) }
        await console.close()
    }

    private static func needsTerminal(_ name: String) -> Failure {
        Failure(
            .wrongValue, "console", "standard input is no terminal, so nobody could type or leave",
            hint: "for scripts: strata console \(name) --expect TEXT, --send TEXT, or --log --follow to watch")
    }

    /// What tells a shell in the guest how large this terminal is now.
    private static var sizeCommand: String? {
        StandardStream.output.size.map { "stty rows \($0.rows) cols \($0.columns)" }
    }

    /// Ctrl-^.
    private static let fitKey: UInt8 = 0x1E

    /// What is typed to the guest for what the user typed.
    private func typed(_ bytes: [UInt8]) -> [UInt8] {
        guard fit, let command = Self.sizeCommand else { return bytes }
        return bytes.flatMap { $0 == Self.fitKey ? Array("\(command)\r".utf8) : [$0] }
    }

    private func perform(with guest: Domain) async throws {
        var script = ConsoleScript(typed: send?.bytes ?? [], expected: expect, timeout: timeout.duration)
        script.device = device
        script.isForced = force
        if let line = try await script.perform(with: guest) {
            try output.format.print(ConsoleLine(guest: name, line: line))
        }
    }

    private func printLog(of guest: Domain) async throws {
        let kept = try await KeptConsoleLog.require(of: guest, device: device)
        if !follow { return StandardStream.output.write(try kept.contents()) }
        for await bytes in kept.follow() { StandardStream.output.write(bytes) }
    }

    /// Passes bytes both ways until the guest hangs up or the user leaves.
    private func pass(_ console: Console) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                while let bytes = try await console.next() { StandardStream.output.write(bytes) }
                return true
            }
            group.addTask {
                for await item in Keyboard.input() {
                    guard case .bytes(let bytes) = item else { return true }
                    try await console.write(typed(bytes))
                }
                return false
            }
            defer { group.cancelAll() }
            for try await isOver in group where isOver { return }
        }
    }
}

struct ConsoleLine: Renderable {
    let guest: String
    let line: String

    var text: String { line + "\n" }
}
