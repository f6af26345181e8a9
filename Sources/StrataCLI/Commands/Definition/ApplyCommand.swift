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
            before it is begun: after a crash, the next apply finishes what was begun. What needs something that failed is \
            held back.

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
        async let _ = DefinitionPlan.readAhead()
        let set = try await definitions.read(output)
        let host = try await connection.open(quiet: output.quiet)
        let earlier = await DefinitionApply.finishEarlier(on: host.connection, uri: host.uri)
        for work in earlier { work.note.map(output.note) }
        let plan = try await DefinitionPlan.make(set, on: host.connection, prunes: prune)
        if prune, !plan.failures.isEmpty { output.note("nothing is removed while files cannot be read") }
        try confirm(plan)
        let output = output
        let outcomes = try await DefinitionApply(plan, options).perform(on: host.connection, uri: host.uri) { outcome in
            for note in outcome.notes { output.note(note) }
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
        let same = outcomes.filter { $0.action == .nothing && $0.failure == nil }.count
        let waiting = outcomes.filter(\.isWaiting).count
        let parts = [
            "\(outcomes.count - failed - same - waiting) changed",
            waiting > 0 ? "\(waiting) waiting for \(waiting == 1 ? "its" : "their") next start" : nil,
            "\(same) unchanged", failed > 0 ? "\(failed) failed" : nil,
        ]
        return parts.compactMap(\.self).joined(separator: ", ") + "\n"
    }

    func encode(to encoder: any Encoder) throws { try outcomes.encode(to: encoder) }
}

extension DefinitionApply.Outcome {
    /// What there is to tell; nothing of what is as it was, and of what an error tells of.
    fileprivate var notes: [String] {
        guard failure == nil else { return [] }
        let lost = unkept.isEmpty ? "" : "; libvirt does not keep \(unkept.joined(separator: ", "))"
        let news = done == "unchanged" ? [] : ["\(name): \(done)\(lost)"]
        return news + (isSavedOtherwise ? ["\(name): \(name.savedOtherwise)"] : [])
    }
}

extension DefinedName {
    /// What is to be known of a guest whose saved state has another definition than its file.
    var savedOtherwise: String {
        "its saved state has another definition, and its next start goes on with that; "
            + "virsh managedsave-remove \(name) drops it"
    }
}
