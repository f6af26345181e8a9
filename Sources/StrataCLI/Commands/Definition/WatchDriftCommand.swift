internal import ArgumentParser
internal import Strata
internal import Synchronization

struct WatchDriftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch-drift",
        abstract: "Print where the host differs from a folder of definitions, as soon as it does.",
        discussion: """
            Prints what differs now, and then everything that begins, changes or ceases to differ, as events of the \
            host tell. libvirt has no event for some changes of kept definitions; --every looks for those as well.

            Example:
              strata watch-drift domains/ --every 5m --format json
            """)

    @OptionGroup var definitions: DefinitionPaths

    @Option(help: ArgumentHelp("Also compare after this time, event or not.", valueName: "time"))
    var every: DurationArgument?

    @Option(help: "End after this many reports.")
    var count: Int?

    @Option(help: ArgumentHelp("End after this time, such as 40s or 2m.", valueName: "time"))
    var timeout: DurationArgument?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard count.map({ $0 > 0 }) ?? true else { throw ValidationError("--count must be 1 or more") }
        guard every.map({ $0.duration > .zero }) ?? true else { throw ValidationError("--every must be more than 0") }
    }

    func run() async throws {
        try await definitions.read(output).failures.report()
        let host = try await connection.open(quiet: output.quiet)
        let watch = DriftWatch(definitions.paths, every: every?.duration)
        output.note("watching; Ctrl-C ends")
        do {
            try await withDeadline(timeout?.duration, waitingFor: "drift") { [output, count] in
                let left = Atomic(count ?? .max)
                try await watch.follow(on: host.connection) { object in
                    try output.format.printElement(DriftRecord(object))
                    return left.subtract(1, ordering: .relaxed).newValue > 0
                }
            }
        } catch let error as LibvirtError where error.code == .operationTimeout {
            return  // the time was up, as asked
        }
    }
}

/// One thing that differs from its file, or no longer does.
struct DriftRecord: Renderable {
    let object: ObjectRecord

    init(_ plan: ObjectPlan) { object = ObjectRecord(plan) }

    var text: String { object.text(usesColour: StandardStream.output.wantsColour) }

    func encode(to encoder: any Encoder) throws { try object.encode(to: encoder) }
}
