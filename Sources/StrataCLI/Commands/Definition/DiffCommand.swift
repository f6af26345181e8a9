internal import ArgumentParser
internal import Strata

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what is really different between two definitions, and when it can take effect.",
        discussion: """
            Each side is a file, guest:NAME (the kept definition) or guest:NAME@live (what the running guest has). \
            Spelling, order and what libvirt fills in by itself are no differences.

            Example:
              strata diff guest:web domains/web.xml
            """)

    @Argument(
        help: "The definition as it is.", completion: .file(extensions: ["xml"]),
        transform: DefinitionSource.init)
    var before: DefinitionSource

    @Argument(
        help: "The definition as it shall be.", completion: .file(extensions: ["xml"]),
        transform: DefinitionSource.init)
    var after: DefinitionSource

    @Flag(help: "Exit with 1 when there is a difference.")
    var exitCode = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let isOffline = !before.isOnHost && !after.isOnHost
        let host = isOffline ? nil : try await connection.open(quiet: output.quiet)
        let difference = try await DefinitionDifference.between(before, after, on: host?.connection.readOnly)
        let colour = StandardStream.output.wantsColour
        try output.format.print(DifferenceView(changes: difference.changes, usesColour: colour))
        if exitCode, !difference.changes.isEmpty { throw ExitStatus.failed }
    }
}

/// Changes as lines for people.
struct DifferenceView: Renderable {
    let changes: [Change]
    var usesColour = false

    var text: String {
        changes.isEmpty ? "no difference\n" : changes.map { line($0, words(for: $0.effect)) }.joined()
    }

    func encode(to encoder: any Encoder) throws { try changes.encode(to: encoder) }

    /// One change, and when it takes effect.
    func line(_ change: Change, _ when: String) -> String {
        let before = change.before.map(shown), after = change.after.map(shown)
        let effect = "  (\(when))"
        switch change.kind {
        case .added: return painted("+ ", "32", change.path + (after.map { ": " + $0 } ?? "")) + effect + "\n"
        case .removed: return painted("- ", "31", change.path + (before.map { ": " + $0 } ?? "")) + effect + "\n"
        case .changed, .reordered:
            return painted("~ ", "33", "\(change.path): \(before ?? "") → \(after ?? "")") + effect + "\n"
        }
    }

    private func painted(_ mark: String, _ colour: String, _ text: String) -> String {
        usesColour ? "\u{1B}[\(colour)m\(mark)\(text)\u{1B}[0m" : mark + text
    }

    /// On one line, and no control character reaches the terminal.
    private func shown(_ value: String) -> String {
        value.split(whereSeparator: \.isWhitespace).joined(separator: " ").printable
    }

    private func words(for effect: Change.Effect) -> String {
        switch effect {
        case .now: "now"
        case .nextBoot: "at next boot"
        case .recreation: "only by recreating"
        case .cosmetic: "cosmetic"
        }
    }
}

extension String {
    var printable: String {
        String(
            String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 })
        )
    }
}
