internal import ArgumentParser
internal import Strata

/// What a guest must be like, beside its name.
struct GuestFilters: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only guests in that state, such as running, paused or off; repeatable.", valueName: "state")
    )
    var state: [String] = []

    @Option(
        help: ArgumentHelp("Only guests with that label, or with any value of it; repeatable.", valueName: "name=value")
    )
    var tag: [String] = []

    var tags: [GuestSelection.Tag] {
        get throws {
            try tag.map { text in
                guard let tag = GuestSelection.Tag(text) else { throw ValidationError("--tag '\(text)' has no name") }
                return tag
            }
        }
    }

    func validate() throws {
        for word in state where !GuestSelection.isState(word) {
            let words = GuestSelection.stateWords.joined(separator: ", ")
            throw ValidationError("--state '\(word)': the states are \(words)")
        }
        _ = try tags
    }
}

/// Guests by name or by what they are like, and doing something with each of them at once.
struct GuestSelectors: ParsableArguments {
    @Argument(help: "Names of guests, or patterns such as 'web-*'.", completion: .guests)
    var names: [String] = []

    @Flag(name: [.short, .long], help: "All guests for which it makes sense.")
    var all = false

    @OptionGroup var filters: GuestFilters

    func validate() throws {
        guard !(try selection.isEmpty) else {
            throw ValidationError("which guests? Name them, or say --all, --state or --tag")
        }
        guard !all || names.isEmpty else { throw ValidationError("--all and names exclude each other") }
    }

    var selection: GuestSelection {
        get throws {
            GuestSelection(names: names, isAll: all, states: filters.state, tags: try filters.tags)
        }
    }

    /// Does `body` with every guest that is meant and prints what came of each; fails once, at the end.
    ///
    /// - Parameters:
    ///   - connection: Where the guests are.
    ///   - output: How to print what came of them.
    ///   - fitting: The states in which guests are taken that were not named.
    ///   - body: Answers what it did, in words.
    /// - Throws: ``Failure`` for a pattern that fits none, and as ``GuestNames/forEach(on:_:_:)``.
    func forEach(
        on connection: Connection, _ output: OutputOptions, fitting: [String],
        _ body: @escaping @Sendable (Domain) async throws -> String
    ) async throws {
        let names = try await selection.resolve(on: connection.readOnly, fitting: fitting)
        if names.isEmpty { output.note("no guest is meant by that") }
        try await doEach(names, on: connection, output, body)
    }
}
