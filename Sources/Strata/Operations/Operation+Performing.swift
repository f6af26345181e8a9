extension Operation {
    /// Does all steps; when one fails, takes back those before it.
    ///
    /// - Parameters:
    ///   - place: What the steps act on.
    ///   - number: Which of the journal's operations this is.
    ///   - journal: Where it is written down already.
    /// - Throws: ``Failure``; everything is as it was then, unless the failure says otherwise.
    public func perform(on place: Step.Place, as number: Int, in journal: Journal) async throws {
        let page = JournalPage(journal, number)
        try await performSteps(on: place, page, from: OperationProgress()) { index, step in
            page.write(.begun(index))
            try await step.perform(on: place)
        }
    }

    /// Does the steps that are left, each by `body`; when one fails, takes back those before it.
    ///
    /// - Throws: ``LeftAlone`` from `body`, or ``Failure``.
    func performSteps(
        on place: Step.Place, _ page: JournalPage, from progress: OperationProgress,
        _ body: (Int, Step) async throws -> Void
    ) async throws {
        var progress = progress
        do {
            for (index, step) in steps.enumerated() where !progress.done.contains(index) {
                CrashPoint.pass()
                try await body(index, step)
                CrashPoint.pass()
                // The last one is never taken back, and its end is that of all.
                if index + 1 == steps.count { break }
                let trace = await step.trace(on: place)
                page.write(.done(index, trace: trace))
                progress.done.insert(index)
                progress.traces[index] = trace
            }
        } catch let left as LeftAlone {
            page.write(.ended)
            throw left
        } catch {
            page.write(.undoing)
            throw await undone(Failure(error), progress, on: place, page)
        }
        page.write(.ended)
    }

    /// Takes back what was done, and adds to the failure what could not be.
    private func undone(
        _ failure: Failure, _ progress: OperationProgress, on place: Step.Place, _ page: JournalPage
    ) async -> Failure {
        do {
            let left = try await undo(progress.done, progress.traces, on: place)
            page.write(.ended)
            return left.reduce(failure) { $0.with("not taken back: \($1.why)") }
        } catch {
            let second = Failure(error)
            return failure.with("taking back what was done before failed as well: \(second.what): \(second.why)")
        }
    }

    /// Takes steps back, the last one first.
    ///
    /// - Returns: What was left alone.
    func undo(_ numbers: Set<Int>, _ traces: [Int: String], on place: Step.Place) async throws -> [LeftAlone] {
        let order = numbers.filter(steps.indices.contains).sorted(by: >)
        var left: [LeftAlone] = []
        for index in order where !steps[index].isTakenBackLast {
            left += try await undo(index, traces[index], on: place)
        }
        guard left.isEmpty else { return left }
        for index in order where steps[index].isTakenBackLast {
            left += try await undo(index, traces[index], on: place)
        }
        return left
    }

    private func undo(_ index: Int, _ trace: String?, on place: Step.Place) async throws -> [LeftAlone] {
        CrashPoint.pass()
        do {
            try await steps[index].undo(on: place, trace: trace)
            return []
        } catch let left as LeftAlone {
            return [left]
        }
    }
}

extension Failure {
    fileprivate func with(_ more: String) -> Failure {
        var failure = self
        failure.why += "; \(more)"
        return failure
    }
}
