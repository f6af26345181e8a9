internal import FoundationEssentials
public import Libvirt

/// Makes a plan true.
public struct DefinitionApply: Sendable {
    /// What to make true.
    public var plan: DefinitionPlan
    /// How far to go.
    public var options: ApplyOptions
    /// Where the journal is; `nil` for strata's own folder.
    var journals: String?

    /// Making `plan` true.
    public init(_ plan: DefinitionPlan, _ options: ApplyOptions = ApplyOptions()) {
        (self.plan, self.options) = (plan, options)
    }

    /// Does what is planned: what others need first, several things of one kind at once, removals last.
    ///
    /// Everything is written down before it is begun. One that fails is as it was before, what needs it is left alone,
    /// and the others go on. What a host keeps of a guest that is off is compared with the file once more.
    ///
    /// - Parameters:
    ///   - connection: The host.
    ///   - uri: Its URI, for the journal.
    ///   - report: Called for each thing when it is done.
    /// - Returns: What came of each, in the order of the plan.
    /// - Throws: ``Failure`` when it cannot be written down; nothing has been done then.
    public func perform(
        on connection: Connection, uri: String, report: @escaping @Sendable (Outcome) -> Void = { _ in }
    ) async throws -> [Outcome] {
        let plan = try await plan.choosingAddresses(options, on: connection)
        let tasks = try await concurrently(Array(plan.objects.indices), width: processorCount) { task($0, in: plan) }
        var outcomes = tasks.map(\.outcome)
        for task in tasks where task.work == nil { report(task.outcome) }
        let work = tasks.compactMap(\.work)
        guard !work.isEmpty else { return outcomes }
        let journal = try Journal.begin(work.map(\.entry), on: uri, in: journals)
        let known = KnownGood(folder: journals)
        let width = try? ConnectionURI(uri).usefulWidth
        var failed: [DefinedName: Failure] = [:]
        for wave in waves(work) {
            let done = try await concurrently(wave, width: width ?? daemonWidth) { [failed] number in
                let place = work[number].place
                let object = plan.objects[place]
                let outcome: Outcome
                if let failure = object.failure(of: failed) {
                    JournalPage(journal, number).write(.ended)
                    outcome = object.failed(failure)
                } else {
                    outcome = await perform(work[number].operation, number, object, connection, journal, known)
                }
                report(outcome)
                return (place, outcome)
            }
            for (place, outcome) in done {
                outcomes[place] = outcome
                failed[outcome.name] = outcome.failure
            }
        }
        journal.end()
        known.save()
        return outcomes
    }

    /// What there is to do for one thing, and how the journal puts it.
    private struct Work {
        let place: Int
        /// What is made or changed; `nil` for what is removed.
        let kind: DefinedKind?
        let operation: Operation<HostChange>
        let entry: JournalEntry<HostChange>
    }

    /// What there is to do for one of the plan's things, if anything, and what came of it if not.
    private func task(_ place: Int, in plan: DefinitionPlan) -> (outcome: Outcome, work: Work?) {
        let object = plan.objects[place]
        do {
            let steps = try object.steps(options)
            let outcome = object.outcome(options, steps)
            if steps.isEmpty { return (outcome, nil) }
            let operation = Operation("\(object.name)", steps)
            let kind = object.action == .remove ? nil : object.name.kind
            return (outcome, Work(place: place, kind: kind, operation: operation, entry: try JournalEntry(operation)))
        } catch {
            return (object.failed(Failure(error)), nil)
        }
    }

    /// What may be done at once: things of one kind; removals by themselves, in the end.
    private func waves(_ work: [Work]) -> [[Int]] {
        let kinds: [DefinedKind?] = DefinedKind.allCases + [nil]
        return kinds.map { kind in work.indices.filter { work[$0].kind == kind } }
    }

    private func perform(
        _ operation: Operation<HostChange>, _ number: Int, _ object: ObjectPlan, _ connection: Connection,
        _ journal: Journal, _ known: KnownGood
    ) async -> Outcome {
        do {
            try Task.checkCancellation()
            try await operation.perform(on: connection, as: number, in: journal)
            var outcome = object.outcome(options, operation.steps)
            outcome.unkept = (try? await object.unkept(operation.steps, connection, known)) ?? []
            return outcome
        } catch {
            return object.failed(Failure(error))
        }
    }

    /// Brings to its end what earlier processes had begun to apply on this host when they died or failed.
    ///
    /// Nothing is overwritten or removed that somebody has changed since, and no running guest is stopped.
    ///
    /// - Parameters:
    ///   - connection: The host.
    ///   - uri: Its URI.
    /// - Returns: What came of each.
    public static func finishEarlier(on connection: Connection, uri: String) async -> [EarlierWork] {
        await finishEarlier(on: connection, uri: uri, in: nil)
    }

    static func finishEarlier(on connection: Connection, uri: String, in folder: String?) async -> [EarlierWork] {
        var works: [EarlierWork] = []
        for leftover in Leftover.all(of: HostChange.operation, on: uri, in: folder) {
            works += await leftover.recover(HostChange.self, on: connection)
        }
        return works
    }
}
