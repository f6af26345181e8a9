extension Operation {
    /// Does all steps; when one fails, takes back those before it.
    ///
    /// - Parameters:
    ///   - place: What the steps act on.
    ///   - number: Which of the journal's operations this is.
    ///   - journal: Where it is written down already.
    /// - Throws: ``Failure``; everything is as it was then, unless the failure says otherwise.
    public func perform(on place: Step.Place, as number: Int, in journal: Journal) async throws {
        try await perform(on: place, JournalPage(journal, number), done: [], isResumed: false)
    }

    /// Brings an operation of a process that died to its end, one or the other.
    func recover(on place: Step.Place, _ page: JournalPage, from progress: OperationProgress) async throws {
        switch (Step.afterCrash, progress.isUndoing) {
        case (.finish, false): try await perform(on: place, page, done: progress.done, isResumed: true)
        // How far it came is not known for sure, and taking back what never began is harmless.
        case (.undo, false): try await undo(Array(steps.indices), on: place, page)
        case (_, true): try await undo(progress.done.sorted(), on: place, page)
        }
        page.write(.ended)
    }

    private func perform(on place: Step.Place, _ page: JournalPage, done: Set<Int>, isResumed: Bool) async throws {
        var done = done
        do {
            for (index, step) in steps.enumerated() where !done.contains(index) {
                CrashPoint.pass()
                if isResumed { try await step.resume(on: place) } else { try await step.perform(on: place) }
                CrashPoint.pass()
                page.write(.done(index))
                done.insert(index)
            }
        } catch {
            page.write(.undoing)
            let failure = Failure(error)
            do {
                try await undo(done.sorted(), on: place, page)
            } catch let second {
                throw failure.with(unfinished: Failure(second))
            }
            page.write(.ended)
            throw failure
        }
        page.write(.ended)
    }

    /// Takes steps back, the last one first.
    private func undo(_ numbers: [Int], on place: Step.Place, _ page: JournalPage) async throws {
        for index in numbers.reversed() where steps.indices.contains(index) {
            CrashPoint.pass()
            try await steps[index].undo(on: place)
        }
    }
}

extension Failure {
    fileprivate func with(unfinished second: Failure) -> Failure {
        var failure = self
        failure.why += "; taking back what was done before failed as well: \(second.what): \(second.why)"
        return failure
    }
}
