internal import ArgumentParser
internal import Strata

struct TagCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag",
        abstract: "Put labels on guests, take them off, or show them.",
        discussion: """
            Labels stand in the metadata of the definition. Most commands choose guests by them: --tag env=dev.

            Example:
              strata tag web db env=dev tier=front --remove old
            """)

    @Argument(help: "Names of guests or patterns, and labels as NAME=VALUE.", completion: .guests)
    var words: [String]

    @Option(help: ArgumentHelp("Take this label off; repeatable.", valueName: "name"))
    var remove: [String] = []

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    private var names: [String] { words.filter { !$0.contains("=") } }

    private var labels: [GuestTag] {
        words.compactMap { word -> GuestTag? in
            guard let sign = word.firstIndex(of: "=") else { return nil }
            return GuestTag(name: String(word[..<sign]), value: String(word[word.index(after: sign)...]))
        }
    }

    func validate() throws {
        guard !names.isEmpty else { throw ValidationError("which guests? Name them before the labels") }
        guard !labels.contains(where: \.name.isEmpty) else { throw ValidationError("a label is NAME=VALUE") }
    }

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let chosen = try await GuestSelection(names: names).resolve(on: host.connection.readOnly)
        let (labels, removed) = (labels, remove)
        try await doEach(chosen, on: host.connection, output) { guest in
            let isChange = !labels.isEmpty || !removed.isEmpty
            let tags = isChange ? try await guest.setTags(labels, removing: removed) : try await guest.tags()
            return tags.isEmpty ? "no labels" : tags.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
        }
    }
}
