internal import FoundationEssentials
public import Libvirt
public import LibvirtXML

/// Edits of a guest on a host: in what it runs with, in what its next boot takes, or in both.
public struct GuestEdit: Sendable {
    /// Where edits are made.
    public enum Reach: Sendable {
        /// In the kept definition, and in the running guest as far as that can be changed.
        case both
        /// In the kept definition only.
        case nextBoot
        /// In the running guest only; it forgets them when it stops.
        case now
    }

    /// What to change, in this order.
    public var edits: [DefinitionEdit]
    /// Where.
    public var reach: Reach
    /// Where the journal is; `nil` for strata's own folder.
    var journals: String?

    /// Edits that reach so far.
    public init(_ edits: [DefinitionEdit], _ reach: Reach = .both) { (self.edits, self.reach) = (edits, reach) }

    /// Makes all edits, or none.
    ///
    /// - Parameters:
    ///   - guest: The guest.
    ///   - uri: The URI of its connection, for the journal.
    /// - Returns: What is really different now; the effect of each tells whether the guest has it already.
    /// - Throws: ``InvalidValue`` for a value that cannot be, or ``Failure``; nothing has been changed then.
    public func perform(on guest: Domain, uri: String) async throws -> [Change] {
        let name = DefinedName(.domain, guest.name)
        try await guest.connection.checkPlaces(in: edits)
        let edits = try await guest.connection.choosingAddresses(for: edits)
        let kept = try await guest.connection.kept(name)
        let live = try await guest.isActive ? DomainDocument(xml: try await guest.xml(.secure)) : nil
        var changes: [Change] = []
        var steps: [HostChange] = []
        if reach != .now {
            guard let kept else { throw notThere(name, "the host keeps no definition of it: only --now can change it") }
            let edited = try EditedDefinition(DomainDocument(xml: kept), at: "\(name)", edits)
            guard edited.document.name == guest.name else {
                throw Failure(
                    .unsupported, "\(name)", "an edit cannot rename it",
                    hint: "strata rename changes the name of a guest that is off")
            }
            changes = edited.changes.map { $0.with(.nextBoot) }
            if !changes.isEmpty {
                steps.append(.define(name, before: kept, after: edited.document.resolvingPaths().xml))
            }
        }
        if reach != .nextBoot, let live {
            let (now, liveSteps) = try liveEdit(live, name, edits)
            steps += liveSteps
            changes = changes.filter { change in !now.contains { $0.path == change.path } } + now
        } else if reach == .now {
            throw notThere(name, "it does not run")
        }
        guard !steps.isEmpty else { return changes }
        let operation = Operation("\(name)", steps)
        let journal = try Journal.begin([operation], on: uri, in: journals)
        defer { journal.end() }
        try await operation.perform(on: guest.connection, as: 0, in: journal)
        return changes
    }

    /// What can be changed in the running guest, and how.
    private func liveEdit(
        _ live: DomainDocument, _ name: DefinedName, _ edits: [DefinitionEdit]
    ) throws -> ([Change], [HostChange]) {
        var edited = live
        for edit in edits { try edit.apply(to: &edited) }
        let wanted = edited.resolvingPaths()
        let changes = live.changes(to: wanted)
        let possible = changes.filter { LiveChange($0) != nil }
        if reach == .now, let other = changes.first(where: { LiveChange($0) == nil }) {
            throw Failure(
                .wrongState, "\(name)", "\(other.path) cannot be changed while it runs",
                hint: "without --now it takes effect at the next boot")
        }
        let steps = try LiveEdit(
            guest: name.name, live: live.document, file: wanted.document, changes: possible
        ).steps
        return (possible, steps)
    }

    private func notThere(_ name: DefinedName, _ why: String) -> Failure { Failure(.wrongState, "\(name)", why) }
}

extension Change {
    /// The change with another effect, texts for people aside.
    func with(_ effect: Effect) -> Change {
        var change = self
        if change.effect != .cosmetic { change.effect = effect }
        return change
    }
}
