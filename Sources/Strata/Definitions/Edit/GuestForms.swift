internal import LibvirtXML

/// A guest as the host keeps it and as it runs, and which edits can be made where.
struct GuestForms {
    private let name: DefinedName
    /// The kept definition; `nil` where none is kept.
    let keptDocument: DomainDocument?
    /// What runs; `nil` when the guest is off.
    let liveDocument: DomainDocument?

    init(_ name: DefinedName, kept: String?, live: String?) throws {
        self.name = name
        keptDocument = try kept.map { try DomainDocument(xml: $0) }
        liveDocument = try live.map { try DomainDocument(xml: $0) }
    }

    /// Refuses to edit what is not there.
    func check(_ reach: GuestEdit.Reach) throws {
        if reach == .now, liveDocument == nil {
            throw Failure(
                .wrongState, "\(name)", "it does not run",
                hint: "strata start \(name.name) starts it; without --now, its next boot has the change")
        }
        if reach != .now, keptDocument == nil {
            throw Failure(
                .wrongState, "\(name)", "the host keeps no definition of it: it is gone when it stops",
                hint: "--now changes what runs")
        }
    }

    /// The edits, with a target for each new disk that has none: what runs and what is kept shall have the same.
    func choosingTargets(for edits: [DefinitionEdit]) throws -> [DefinitionEdit] {
        guard var both = keptDocument ?? liveDocument else { return edits }
        for disk in liveDocument?.node.all("devices/disk") ?? [] {
            guard let target = disk.value("target/@dev"), !both.targets.contains(target),
                let devices = both.node.first("devices")?.id
            else { continue }
            try both.document.insert(xml: disk.xml, into: devices)
        }
        return edits.map { edit in
            let before = both.targets
            // What is wrong with an edit is said where it is made.
            guard let edited = try? both.making([edit]) else { return edit }
            both = edited
            guard case .addDisk(let text) = edit, let target = edited.targets.subtracting(before).first,
                !text.split(separator: ",").contains(where: { $0.hasPrefix("target=") })
            else { return edit }
            return .addDisk(text + ",target=" + target)
        }
    }

    /// Which edits to make in the kept definition, and which in the running guest.
    ///
    /// - Throws: ``InvalidValue`` for what neither has, and ``Failure`` for what only the other one has.
    func sort(
        _ edits: [DefinitionEdit], _ reach: GuestEdit.Reach
    ) throws -> (kept: [DefinitionEdit], live: [DefinitionEdit]) {
        var kept = keptDocument, live = liveDocument
        var sorted: (kept: [DefinitionEdit], live: [DefinitionEdit]) = ([], [])
        for edit in edits {
            let inKept = try kept?.attempt(edit), inLive = try live?.attempt(edit)
            if reach != .now, let inKept, inKept.isNeeded { sorted.kept.append(edit) }
            if reach != .nextBoot, let inLive, inLive.isNeeded { sorted.live.append(edit) }
            let here = reach == .now ? inLive : inKept, there = reach == .now ? inKept : inLive
            if case .absent(let error) = here {
                guard case .made = there else { throw error.joining(there, isKept: reach != .now) }
                if reach != .both { throw onlyOther(error, reach) }
            }
            if case .made(let edited) = inKept { kept = edited }
            if case .made(let edited) = inLive { live = edited }
        }
        return sorted
    }

    private func onlyOther(_ error: InvalidValue, _ reach: GuestEdit.Reach) -> Failure {
        let running = "the running guest", next = "its next boot"
        return Failure(
            .wrongValue, "--\(error.field) '\(error.value)'",
            (reach == .now ? running : next) + ": \(error.why); only "
                + (reach == .now ? next : running) + " has it",
            hint: "say \(reach == .now ? "--next-boot" : "--now"), or neither to change it where it is")
    }
}

/// What came of trying an edit.
private enum Attempt {
    case made(DomainDocument)
    /// What it would change is not there.
    case absent(InvalidValue)

    var isNeeded: Bool { if case .made = self { true } else { false } }
}

extension InvalidValue {
    /// What neither has, in one error, where there is more to say than that.
    fileprivate func joining(_ other: Attempt?, isKept: Bool) -> InvalidValue {
        guard case .absent(let second) = other, second.why != why else { return self }
        let (kept, live) = isKept ? (why, second.why) : (second.why, why)
        return InvalidValue(field, value, "its next boot: \(kept); the running guest: \(live)", isAbsence: true)
    }
}

extension DomainDocument {
    fileprivate var targets: Set<String> { Set(node.all("devices/disk").compactMap { $0.value("target/@dev") }) }

    /// The definition with the edits.
    func making(_ edits: [DefinitionEdit]) throws -> DomainDocument {
        var edited = self
        for edit in edits { try edit.apply(to: &edited) }
        return edited
    }

    fileprivate func attempt(_ edit: DefinitionEdit) throws -> Attempt {
        do {
            return .made(try making([edit]))
        } catch let error as InvalidValue where error.isAbsence {
            return .absent(error)
        }
    }
}
