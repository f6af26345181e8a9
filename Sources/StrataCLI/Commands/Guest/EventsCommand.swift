internal import ArgumentParser
internal import FoundationEssentials
internal import Strata

struct EventsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Print what happens to guests, as it happens.",
        discussion: """
            Ends at Ctrl-C, after --count events, or after --timeout.

            Example:
              strata events --format json --count 2
            """)

    @Argument(help: "Only events of this guest.")
    var name: String?

    @Option(help: "End after this many events.")
    var count: Int?

    @Option(help: ArgumentHelp("End after this time, such as 40s or 2m.", valueName: "time"))
    var timeout: DurationArgument?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard count.map({ $0 > 0 }) ?? true else { throw ValidationError("--count must be 1 or more") }
    }

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet).connection.readOnly
        let guest: ReadOnlyDomain? = if let name { try await host.domain(named: name) } else { nil }
        let events = try await host.domainEvents(.lifecycle, of: guest).subscribe()
        output.note("waiting for events; Ctrl-C ends")
        do {
            try await withDeadline(timeout?.duration, waitingFor: "events") { [count, output] in
                var left = count ?? .max
                while left > 0, let event = try await events.next() {
                    try output.format.printElement(EventRecord(event))
                    left -= 1
                }
            }
        } catch let error as LibvirtError where error.code == .operationTimeout {
            return  // the time was up, as asked
        }
    }
}

/// One event, as a line.
struct EventRecord: Renderable {
    let time: Date
    let guest: String
    let event: String
    let detail: String
    let missed: Int?

    init(_ event: DomainEvent<ReadOnly, DomainLifecycle>) {
        time = Date()
        guest = event.domain.name
        (self.event, detail) = event.kind.words
        missed = event.missed > 0 ? event.missed : nil
    }

    var text: String {
        (missed.map { "(\($0) events missed)\n" } ?? "")
            + "\(time.formatted(.iso8601))  \(guest)  \(event)  \(detail)\n"
    }
}

extension DomainLifecycle {
    /// What happened and why, as stable words.
    fileprivate var words: (event: String, detail: String) {
        switch self {
        case .defined(let detail): ("defined", detail.description)
        case .undefined(let detail): ("undefined", detail.description)
        case .started(let detail): ("started", detail.description)
        case .suspended(let detail): ("suspended", detail.description)
        case .resumed(let detail): ("resumed", detail.description)
        case .stopped(let detail): ("stopped", detail.description)
        case .shutDown(let detail): ("shutdown", detail.description)
        case .pmSuspended(let detail): ("pmSuspended", detail.description)
        case .crashed(let detail): ("crashed", detail.description)
        case .unknown(let event, let detail): ("unknown \(event)", "\(detail)")
        }
    }
}
