internal import ArgumentParser
internal import Strata

/// What a guest must be like, beside its name.
struct GuestFilters: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only guests in that state, such as running, paused or off; repeatable.", valueName: "state"),
        completion: .states
    )
    var state: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only guests with that label, or with any value of it; repeatable.", valueName: "name=value"),
        completion: .tags
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

/// Guests by name or by what they are like, at least one of these, and doing something with each of them at once.
struct GuestSelectors: ParsableArguments {
    @OptionGroup var choice: OptionalGuestSelectors

    var names: [String] { choice.names }
    var selection: GuestSelection { get throws { try choice.selection } }

    func validate() throws { try choice.require() }

    /// Does `body` with every guest that is meant, as ``OptionalGuestSelectors/forEach(on:_:fitting:where:_:)``.
    func forEach(
        on connection: Connection, _ output: OutputOptions, fitting: [String],
        _ body: @escaping @Sendable (Domain) async throws -> String
    ) async throws {
        try await choice.forEach(on: connection, output, fitting: fitting, body)
    }
}

/// Guests by name or by what they are like, where a command can do without.
struct OptionalGuestSelectors: ParsableArguments {
    @Argument(help: "Names of guests, or patterns such as 'web-*'.", completion: .guests)
    var names: [String] = []

    @Flag(name: [.short, .long], help: "All guests for which it makes sense.")
    var all = false

    @OptionGroup var filters: GuestFilters

    func validate() throws {
        guard !all || names.isEmpty else { throw ValidationError("--all and names exclude each other") }
    }

    /// Refuses to mean nobody.
    func require() throws {
        guard !(try selection.isEmpty) else {
            throw ValidationError("which guests? Name them, or say --all, --state or --tag")
        }
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
    ///   - isMeant: Which of those that were not named are taken.
    ///   - body: Answers what it did, in words.
    /// - Throws: ``Failure`` for a pattern that fits none, and as ``doEach(_:on:_:_:)``.
    func forEach(
        on connection: Connection, _ output: OutputOptions, fitting: [String],
        where isMeant: (Domain) async throws -> Bool = { _ in true },
        _ body: @escaping @Sendable (Domain) async throws -> String
    ) async throws {
        let choice = try await selection.choose(on: connection.readOnly, fitting: fitting)
        var meant: [String] = []
        for name in choice.names {
            if !names.contains(name) {
                guard let guest = try? await connection.domain(named: name), try await isMeant(guest) else { continue }
            }
            meant.append(name)
        }
        note(choice.leftAlone, output)
        if meant.isEmpty { output.note("no guest is meant by that") }
        try await doEach(meant, on: connection, output, body)
    }

    /// Says who has a name like that, and is in no state for it.
    private func note(_ guests: [GuestSummary], _ output: OutputOptions) {
        let shown = 10
        for guest in guests.prefix(shown) { output.note("\(guest.name): left alone: it is \(guest.state)") }
        if guests.count > shown { output.note("\(guests.count - shown) more are left alone for their states") }
    }
}
