internal import ArgumentParser
internal import Strata

struct ApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Make the host have what a folder of definitions says.",
        discussion: """
            Networks and pools come first, then volumes, then guests. What is there keeps its UUID, its addresses and \
            all else that libvirt filled in; new networks and pools are started. A running guest is left alone, and \
            has what changed at its next start, unless --live or --restart says otherwise. Everything is written down \
            before it is begun: after a crash, the next apply finishes it.

            Example:
              strata apply domains/ --live
            """)

    @OptionGroup var definitions: DefinitionPaths

    @Flag(help: "Also change running guests, in what can be changed while they run.")
    var live = false

    @Flag(help: "Also stop and start running guests that differ from their definitions.")
    var restart = false

    @Option(help: ArgumentHelp("How long a guest that is restarted has to shut down by itself.", valueName: "time"))
    var timeout = DurationArgument(.seconds(60))

    @Flag(help: "Also remove guests that strata put there from the folder, and whose files have left it; disks stay.")
    var prune = false

    @Flag(name: [.short, .long], help: "Do not ask before guests are restarted or removed.")
    var yes = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let set = try await definitions.read(output)
        let host = try await connection.open(quiet: output.quiet)
        let earlier = await DefinitionApply.finishEarlier(on: host.connection, uri: host.uri)
        for work in earlier { work.note.map(output.note) }
        let plan = try await DefinitionPlan.make(set, on: host.connection, prunes: prune)
        if prune, !plan.failures.isEmpty { output.note("nothing is removed while files cannot be read") }
        try confirm(plan)
        let output = output
        let outcomes = try await DefinitionApply(plan, options).perform(on: host.connection, uri: host.uri) { outcome in
            guard outcome.failure == nil, outcome.action != .nothing else { return }
            let unkept = outcome.unkept.joined(separator: ", ")
            output.note("\(outcome.name): \(outcome.done)\(unkept.isEmpty ? "" : "; libvirt does not keep \(unkept)")")
        }
        try output.format.print(ApplyView(outcomes: outcomes))
        try (earlier.failures + plan.failures + outcomes.compactMap(\.failure)).report()
    }

    private var options: ApplyOptions {
        var options = ApplyOptions()
        (options.changesLive, options.restarts, options.grace) = (live, restart, timeout.duration)
        return options
    }

    /// Asks before anything that somebody may miss.
    private func confirm(_ plan: DefinitionPlan) throws {
        guard !yes else { return }
        let doomed = plan.objects.filter { $0.action == .remove }.map { "\($0.name)" }
        let restarted = plan.objects.filter { restart && $0.isActive && $0.action != .nothing }.map { "\($0.name)" }
        for (names, word) in [(doomed, "remove"), (restarted, "restart")] where !names.isEmpty {
            guard try Question.ask("\(word) \(names.joined(separator: ", "))?") else {
                throw Failure(.interrupted, "apply", "nothing was changed")
            }
        }
    }
}

/// What came of everything, in one line for people.
struct ApplyView: Renderable {
    let outcomes: [DefinitionApply.Outcome]

    var text: String {
        // Where no file could be read there is nothing to count: the errors say it all.
        guard !outcomes.isEmpty else { return "" }
        let failed = outcomes.filter { $0.failure != nil }.count
        let same = outcomes.filter { $0.action == .nothing }.count
        let parts = ["\(outcomes.count - failed - same) changed", "\(same) unchanged"]
        return (parts + (failed > 0 ? ["\(failed) failed"] : [])).joined(separator: ", ") + "\n"
    }

    func encode(to encoder: any Encoder) throws { try outcomes.encode(to: encoder) }
}
