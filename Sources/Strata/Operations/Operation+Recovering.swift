extension Operation {
    /// Brings an operation of a process that died, or could not take it back, to its end, one or the other.
    ///
    /// - Returns: What came of it; `nil` where it never began.
    func recover(
        on place: Step.Place, _ page: JournalPage, from progress: OperationProgress
    ) async -> EarlierWork.Outcome? {
        do {
            switch (Step.afterCrash, progress.isUndoing) {
            case (.finishWhatBegan, false) where !progress.hasBegun:
                page.write(.ended)
                return nil
            case (.finish, false), (.finishWhatBegan, false):
                try await finish(on: place, page, from: progress)
                return .finished
            // How far it came is not known for sure, and taking back what never began is harmless.
            case (.undo, false): return try await takeBack(Set(steps.indices), progress.traces, on: place, page)
            case (_, true): return try await takeBack(progress.done, progress.traces, on: place, page)
            }
        } catch let left as LeftAlone {
            page.write(.ended)
            return .leftAlone(left.why)
        } catch {
            return .failed(Failure(error))
        }
    }

    private func finish(on place: Step.Place, _ page: JournalPage, from progress: OperationProgress) async throws {
        for index in progress.done.sorted() where steps.indices.contains(index) {
            try await steps[index].confirm(on: place, trace: progress.traces[index])
        }
        try await performSteps(on: place, page, from: progress) { index, step in
            try await step.resume(on: place, wasBegun: progress.begun.contains(index))
        }
    }

    private func takeBack(
        _ numbers: Set<Int>, _ traces: [Int: String], on place: Step.Place, _ page: JournalPage
    ) async throws -> EarlierWork.Outcome {
        let left = try await undo(numbers, traces, on: place)
        page.write(.ended)
        return left.isEmpty ? .takenBack : .leftAlone(left.map(\.why).joined(separator: "; "))
    }
}
