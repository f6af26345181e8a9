internal import FoundationEssentials
public import Libvirt
public import LibvirtXML

/// Edits of a guest on a host: in what it runs with, in what its next boot takes, or in both.
public struct GuestEdit: Sendable {
    /// Where edits are made.
    public enum Reach: String, Hashable, Sendable, Encodable {
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
    /// What only one of the running guest and its kept definition has, such as a disk that is to go, is changed there.
    ///
    /// - Parameters:
    ///   - guest: The guest.
    ///   - uri: The URI of its connection, for the journal.
    /// - Returns: What is really different now, and where.
    /// - Throws: ``InvalidValue`` for a value that cannot be, or ``Failure``; nothing has been changed then.
    public func perform(on guest: Domain, uri: String) async throws -> [MadeChange] {
        let name = DefinedName(.domain, guest.name)
        do {
            return try await perform(on: guest, name, uri)
        } catch let error as InvalidValue {
            throw error
        } catch {
            throw Failure(error).naming(name)
        }
    }

    private func perform(on guest: Domain, _ name: DefinedName, _ uri: String) async throws -> [MadeChange] {
        let host = guest.connection
        try await host.checkPlaces(in: edits)
        let forms = try GuestForms(
            name, kept: try await host.kept(name),
            live: try await guest.isActive ? try await guest.xml(.secure) : nil)
        try forms.check(reach)
        let chosen = try forms.choosingTargets(for: try await host.choosingAddresses(for: edits))
        let (keptEdits, liveEdits) = try forms.sort(chosen, reach)
        var made: [MadeChange] = []
        var steps: [HostChange] = []
        if let kept = forms.keptDocument, !keptEdits.isEmpty {
            let edited = try EditedDefinition(kept, at: "\(name)", keptEdits)
            guard edited.document.name == guest.name else {
                throw Failure(
                    .unsupported, "\(name)", "an edit cannot rename it",
                    hint: "strata rename changes the name of a guest that is off")
            }
            let wanted = edited.document.resolvingPaths()
            made = edited.changes.map { MadeChange(change: $0.with(.nextBoot), reach: .nextBoot) }
            if !made.isEmpty {
                try await host.checkFits(wanted, after: kept, at: "\(name)")
                steps.append(.define(name, before: kept.xml, after: wanted.xml))
            }
        }
        if let live = forms.liveDocument, !liveEdits.isEmpty {
            let wanted = try live.making(liveEdits).resolvingPaths()
            let (now, liveSteps) = try liveChanges(live, wanted, name)
            if reach == .now, !now.isEmpty { try await host.checkFits(wanted, after: live, at: "\(name)") }
            steps += liveSteps
            made = made.merging(now)
        }
        guard !steps.isEmpty else { return made }
        let operation = Operation("\(name)", steps)
        let journal = try Journal.begin([operation], on: uri, in: journals)
        defer { journal.end() }
        try await operation.perform(on: host, as: 0, in: journal)
        return try await made.looking(at: guest)
    }

    /// What can be changed in the running guest, and how.
    private func liveChanges(
        _ live: DomainDocument, _ wanted: DomainDocument, _ name: DefinedName
    ) throws -> ([Change], [HostChange]) {
        let changes = live.changes(asked: wanted)
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
}

/// A change that an edit has made, and where it is.
public struct MadeChange: Hashable, Sendable, Encodable {
    /// What is different.
    public var change: Change
    /// Whether the running guest has it, its next boot, or both.
    public var reach: GuestEdit.Reach
    /// Whether the running guest has been asked to let a device go, and still has it.
    public var isPending = false

    private enum CodingKeys: String, CodingKey { case reach, isPending }

    /// Encodes the change, and beside it where it is.
    public func encode(to encoder: any Encoder) throws {
        try change.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(reach, forKey: .reach)
        if isPending { try container.encode(true, forKey: .isPending) }
    }

    /// A change in some place.
    public init(change: Change, reach: GuestEdit.Reach) { (self.change, self.reach) = (change, reach) }
}

extension Failure {
    /// The failure with the name of what it is about, where libvirt only says that it was asked.
    func naming(_ name: DefinedName) -> Failure {
        var failure = self
        if ["connection", "libvirt"].contains(what) { failure.what = "\(name)" }
        return failure
    }
}

extension [MadeChange] {
    /// Those of the kept definition with those of the running guest, each change once.
    fileprivate func merging(_ live: [Change]) -> [MadeChange] {
        let kept = Set(map(\.change.path)), now = Set(live.map(\.path))
        return filter { !now.contains($0.change.path) }
            + live.map { MadeChange(change: $0, reach: kept.contains($0.path) ? .both : .now) }
    }
}

extension [MadeChange] {
    /// With what the guest still has: a device goes when the system in the guest lets it go, and not before.
    fileprivate func looking(at guest: Domain) async throws -> [MadeChange] {
        let isGoing = { (made: MadeChange) in made.change.kind == .removed && made.reach != .nextBoot }
        guard contains(where: isGoing), let live = try? await guest.xml(.secure) else { return self }
        let document = try XMLDocument(xml: live)
        return map { made in
            guard isGoing(made), let path = ChangePath(made.change.path), path.steps.last?.values.isEmpty == false
            else { return made }
            var looked = made
            looked.isPending = document.element(at: path) != nil
            return looked
        }
    }
}

extension Change {
    /// The change with another effect, texts for people aside.
    func with(_ effect: Effect) -> Change {
        var change = self
        if change.effect != .cosmetic { change.effect = effect }
        return change
    }
}
