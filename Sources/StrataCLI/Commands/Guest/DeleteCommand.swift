internal import ArgumentParser
internal import Strata

struct DeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete guests with everything that is kept for them.",
        discussion: """
            Disks, snapshots, firmware variables, TPM state, saved states, the medium of the first boot, logs \
            and the definition go. Media, shared disks and what disks stand on stay, and it is said why. Nothing is \
            touched when another guest or an image needs one of the disks.

            Example:
              strata delete web --dry-run
              strata delete 'test-*' --state off --yes
            """)

    @OptionGroup var guests: GuestSelectors

    @Flag(name: [.short, .long], help: "Do not ask.")
    var yes = false

    @Flag(help: "Leave the disks where they are.")
    var keepDisks = false

    @Flag(name: [.short, .long], help: "Switch off guests that run, without asking them.")
    var force = false

    @Flag(help: "Only show what would go and what would stay.")
    var dryRun = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        if !dryRun {
            let earlier = await GuestDeletion.finishEarlier(on: host.connection, uri: host.uri)
            for subject in earlier.subjects { output.note("\(subject): an earlier delete that died is finished first") }
            try earlier.failures.report()
        }
        let names = try await guests.selection.resolve(on: host.connection.readOnly)
        if names.isEmpty { output.note("no guest is meant by that") }
        let (deletions, refusals) = try await GuestDeletion.plan(names, on: host.connection, uri: host.uri, options)
        var failures = refusals
        if dryRun {
            try output.format.printOutcomes(Rows(rows: deletions.flatMap(\.items).map(DeletionRow.init)))
        } else {
            failures += try await delete(deletions, on: host)
        }
        try failures.report()
    }

    private var options: GuestDeletion.Options {
        var options = GuestDeletion.Options()
        (options.keepsDisks, options.switchesOff) = (keepDisks, force || dryRun)
        return options
    }

    private func delete(_ deletions: [GuestDeletion], on host: HostConnection) async throws -> [Failure] {
        guard !deletions.isEmpty else { return [] }
        output.note(String(Rows(rows: deletions.flatMap(\.items).map(DeletionRow.init)).text.dropLast()))
        if !yes {
            let names = deletions.map { "'\($0.guest)'" }.joined(separator: ", ")
            guard try Question.ask("delete \(names)?") else {
                throw Failure(.interrupted, "delete", "nothing was deleted")
            }
        }
        var done: [GuestOutcome] = []
        var failures: [Failure] = []
        for (index, deletion) in deletions.enumerated() {
            do {
                try await deletion.perform(on: host.connection, uri: host.uri)
                done.append(GuestOutcome(index: index, guest: deletion.guest, outcome: "deleted", failure: nil))
            } catch {
                failures.append(Failure(error))
            }
        }
        if output.format == .json || !done.isEmpty { try output.format.print(GuestOutcomes(outcomes: done)) }
        return failures
    }
}

/// Something of a guest's that goes or stays.
struct DeletionRow: TableRow {
    static let headings = ["GUEST", "WHAT", "FATE", "WHERE", "WHY"]

    let item: GuestDeletion.Item

    init(_ item: GuestDeletion.Item) { self.item = item }

    var cells: [String] { [item.guest, item.what, item.isGoing ? "goes" : "stays", item.place, item.why] }

    func encode(to encoder: any Encoder) throws { try item.encode(to: encoder) }
}
