internal import ArgumentParser
internal import Strata

/// Names of guests, and doing something with each of them at once.
struct GuestNames: ParsableArguments {
    @Argument(help: "Names of guests.", completion: .guests)
    var names: [String]

    /// Does `body` with every guest side by side; see ``doEach(_:on:_:_:)``.
    func forEach(
        on connection: Connection, _ output: OutputOptions, _ body: @escaping @Sendable (Domain) async throws -> String
    ) async throws {
        try await doEach(names, on: connection, output, body)
    }
}

/// Does `body` with every guest side by side and prints what came of each; fails once, at the end.
///
/// - Parameters:
///   - names: The guests' names.
///   - connection: Where the guests are.
///   - output: How to print what came of them.
///   - body: Answers what it did, in words.
/// - Throws: ``ExitStatus``: that of the failures where all are of one kind, else `failed`. They have been printed
///   then.
func doEach(
    _ names: [String], on connection: Connection, _ output: OutputOptions,
    _ body: @escaping @Sendable (Domain) async throws -> String
) async throws {
    let outcomes = await withTaskGroup(of: GuestOutcome.self) { group in
        for (index, name) in names.enumerated() {
            group.addTask { await outcome(name, index, connection, body) }
        }
        return await group.reduce(into: []) { $0.append($1) }.sorted { $0.index < $1.index }
    }
    for failure in outcomes.compactMap(\.failure) { StandardStream.error.write("\(failure)\n") }
    let done = outcomes.filter { $0.failure == nil }
    if output.format == .json || !done.isEmpty { try output.format.print(GuestOutcomes(outcomes: done)) }
    let kinds = Set(outcomes.compactMap(\.failure?.kind))
    guard let kind = kinds.first else { return }
    throw kinds.count == 1 ? ExitStatus(kind) : .failed
}

private func outcome(
    _ name: String, _ index: Int, _ connection: Connection, _ body: @Sendable (Domain) async throws -> String
) async -> GuestOutcome {
    do {
        let words = try await body(try await connection.domain(named: name))
        return GuestOutcome(index: index, guest: name, outcome: words, failure: nil)
    } catch {
        return GuestOutcome(index: index, guest: name, outcome: "failed", failure: Failure(error))
    }
}

/// What came of one guest.
struct GuestOutcome: Sendable, Encodable {
    let index: Int
    let guest: String
    let outcome: String
    let failure: Failure?

    private enum CodingKeys: String, CodingKey { case guest, outcome }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(guest, forKey: .guest)
        try container.encode(outcome, forKey: .outcome)
    }
}

struct GuestOutcomes: Renderable {
    let outcomes: [GuestOutcome]

    var text: String { outcomes.map { "\($0.guest): \($0.outcome)\n" }.joined() }

    func encode(to encoder: any Encoder) throws { try outcomes.encode(to: encoder) }
}
