public import ArgumentParser
public import Strata

struct TopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top",
        abstract: "Watch what guests use, live: processors, memory, disks, networks, waiting.",
        discussion: """
            On a terminal it fills the screen; the keys stand in its last line. Elsewhere it prints a table each time, \
            and with --format json a line of JSON. A guest that is busy or hangs is shown as such and waited for by \
            nobody.

            Example:
              strata top --sort wait
              strata top --once --format json
            """)

    @Flag(help: "Measure once, print, and end.")
    var once = false

    @Option(help: ArgumentHelp("How often to measure, such as 1s or 500ms.", valueName: "time"))
    var interval = DurationArgument(.seconds(1))

    @Option(help: "What to sort by.")
    var sort = UsageColumn.cpu

    @Option(help: ArgumentHelp("Only guests whose name contains this.", valueName: "text"))
    var filter = ""

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard interval.duration >= .milliseconds(100) else { throw ValidationError("--interval must be 100ms or more") }
    }

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet).connection.readOnly
        let usages = measurements(host, times: once ? 1 : .max)
        var picture = UsagePicture(
            width: StandardStream.output.width ?? 120, usesColour: StandardStream.output.wantsColour)
        picture.sort = sort
        picture.filter = filter
        if !once, output.format == .table, StandardStream.output.isTerminal, Keyboard.isTerminal {
            return try await TopScreen.show(usages, picture)
        }
        for try await usage in usages {
            let view = TopView(usage: usage, picture: picture, isLast: once)
            if once { try output.format.print(view) } else { try output.format.printElement(view) }
        }
    }

    /// One usage per interval; a slow host makes them rarer, never more than one waits.
    private func measurements(_ host: ReadOnlyConnection, times: Int) -> AsyncThrowingStream<Usage, any Error> {
        AsyncThrowingStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let interval = interval.duration
            let task = Task(executorPreference: BlockingExecutor.shared) {
                do {
                    var meter = Meter(host)
                    var begin = try await meter.sample()
                    var next = ContinuousClock.now
                    var left = times
                    while left > 0 {
                        next = max(next + interval, ContinuousClock.now)
                        try await Task.sleep(until: next, clock: .continuous)
                        let end = try await meter.sample()
                        continuation.yield(Usage(from: begin, to: end))
                        begin = end
                        left -= 1
                    }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

extension UsageColumn: ExpressibleByArgument {}

/// One measurement, as a table or as JSON.
struct TopView: Renderable {
    let usage: Usage
    let picture: UsagePicture

    /// Why a figure is missing stands below the last table.
    var isLast = false

    var text: String {
        let lines = picture.lines(of: usage).map { $0 + "\n" }
        guard isLast else { return lines.joined() }
        let reasons = UsageRemarks(usage.withoutHostsReason).lines
            .map { Paragraph(words: $0, indent: 2).text(columns: StandardStream.output.width) }
        return (lines + reasons).joined()
    }

    func encode(to encoder: any Encoder) throws {
        var shown = usage
        shown.guests = picture.guests(of: usage)
        try shown.encode(to: encoder)
    }
}

extension Usage {
    /// Why there is no host stands in the picture.
    var withoutHostsReason: Usage {
        var usage = self
        usage.unavailable["host"] = nil
        return usage
    }
}
