internal import ArgumentParser
internal import Strata

struct OverheadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overhead",
        abstract: "Measure where the host's time and memory go: guests, VMM, kernel, everything else.",
        discussion: """
            The parts add up to all that the kernel counts. Shares of a guest's processor time are of one processor. \
            What the guests' processes hold of memory, only their user and root may see.

            Example:
              strata overhead --interval 10s
            """)

    @Argument(help: "Only these guests in the tables of guests; all running ones without it.")
    var names: [String] = []

    @Option(help: ArgumentHelp("How long to measure, such as 10s or 1m.", valueName: "time"))
    var interval = DurationArgument(.seconds(2))

    @Option(help: "How often to measure, one time after the other; in JSON, one line for each.")
    var count = 1

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard count > 0 else { throw ValidationError("--count must be 1 or more") }
        guard interval.duration >= .milliseconds(100) else {
            throw ValidationError("--interval must be 100ms or more: the kernel counts in hundredths of a second")
        }
    }

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet).connection.readOnly
        var meter = Meter(host)
        var begin = try await meter.sample(.groups)
        try await host.requireRunning(names, in: begin)
        for round in 1...count {
            try await Task.sleep(for: interval.duration)
            let end = try await meter.sample([.memoryMaps, .groups])
            var usage = Usage(from: begin, to: end)
            if !names.isEmpty { usage = usage.showing(only: Set(names)) }
            let view = OverheadView(usage: usage)
            if count == 1 { try output.format.print(view) } else { try output.format.printElement(view) }
            if round < count, output.format == .table { StandardStream.output.write("\n") }
            begin = end
        }
    }
}

extension ConnectionReference where Mode == ReadOnly {
    /// Fails for a guest of those names that is not there, or does not run.
    func requireRunning(_ names: [String], in sample: Sample) async throws {
        for name in names where !sample.guests.contains(where: { $0.name == name }) {
            let state = try await domain(named: name).state().state
            throw Failure(
                .wrongState, "guest '\(name)'", "it is \(state): there is nothing to measure",
                hint: "strata start \(name)")
        }
    }
}
