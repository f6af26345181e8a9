import Foundation
import Testing
import TestSupport

@testable import Strata

/// A step that makes a file in a folder.
private struct MakeFile: OperationStep {
    static let operation = "test"
    static let afterCrash = CrashPolicy.finish
    var name: String
    var description: String { "make \(name)" }

    func perform(on folder: URL) async throws {
        if name.hasPrefix("bad") { throw Failure(.failed, name, "it is a bad one") }
        _ = try folder.file(name, "made")
    }

    /// As its name has it.
    var isTakenBackLast: Bool { name.hasPrefix("last") }

    func trace(on folder: URL) async -> String? {
        (try? String(contentsOf: folder.appending(path: name), encoding: .utf8))?.first.map { "\(name)-\($0)" }
    }

    func undo(on folder: URL, trace: String?) async throws {
        _ = try? folder.file("order", ((try? order(folder)) ?? []).joined(separator: " ") + " " + name)
        if name.hasPrefix("stuck") { throw Failure(.failed, name, "it is stuck") }
        if name.hasPrefix("other") { throw LeftAlone("somebody has changed \(name), known as \(trace ?? "nothing")") }
        try? FileManager.default.removeItem(at: folder.appending(path: name))
    }

    func resume(on folder: URL, wasBegun: Bool) async throws {
        if name.hasPrefix("late") { throw LeftAlone("somebody has changed it since") }
        try await perform(on: folder)
    }

    func confirm(on folder: URL, trace: String?) async throws {
        if await self.trace(on: folder) == nil { throw LeftAlone("somebody has removed \(name)") }
    }
}

/// In which order files were taken back.
private func order(_ folder: URL) throws -> [String] {
    try String(contentsOf: folder.appending(path: "order"), encoding: .utf8).split(separator: " ").map(String.init)
}

/// The same, finished after a crash only where it was begun.
private struct MakeFileIfBegun: OperationStep {
    static let operation = "testIfBegun"
    static let afterCrash = CrashPolicy.finishWhatBegan
    var step: MakeFile
    var description: String { step.description }
    func perform(on folder: URL) async throws { try await step.perform(on: folder) }
    func undo(on folder: URL, trace: String?) async throws { try await step.undo(on: folder, trace: trace) }
}

/// The same, taken back after a crash.
private struct MakeFileOrNot: OperationStep {
    static let operation = "testOrNot"
    static let afterCrash = CrashPolicy.undo
    var step: MakeFile
    var description: String { step.description }
    func perform(on folder: URL) async throws { try await step.perform(on: folder) }
    func undo(on folder: URL, trace: String?) async throws { try await step.undo(on: folder, trace: trace) }
}

@Suite("Operations") struct OperationTests {
    private func withFolders(_ body: (URL, String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let work = folder.appending(path: "work"), journals = folder.appending(path: "journals")
            for folder in [work, journals] {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            }
            try await body(work, journals.path)
        }
    }

    /// What a process left that died.
    ///
    /// One that another test starts at this moment has the journal's lock until it is another program.
    private func left(in journals: String, of operation: String? = nil, on host: String? = nil) async -> Leftover? {
        var found: Leftover?
        _ = await eventually {
            found = Leftover.all(of: operation, on: host, in: journals).first
            return found != nil
        }
        return found
    }

    private func operation(_ names: String...) -> Strata.Operation<MakeFile> {
        Strata.Operation("files", names.map { MakeFile(name: $0) })
    }

    private func files(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func allStepsAreDoneAndTheJournalGoes() async throws {
        try await withFolders { folder, journals in
            let operation = operation("a", "b")
            let journal = try Journal.begin([operation], on: "host", in: journals)
            #expect(try FileManager.default.contentsOfDirectory(atPath: journals).count == 1)
            try await operation.perform(on: folder, as: 0, in: journal)
            journal.end()
            #expect(try files(folder) == ["a", "b"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: journals) == [])
        }
    }

    @Test func aFailureTakesBackWhatWasDone() async throws {
        try await withFolders { folder, journals in
            let operation = operation("a", "b", "bad", "c")
            let journal = try Journal.begin([operation], on: "host", in: journals)
            let failure = await #expect(throws: Failure.self) {
                try await operation.perform(on: folder, as: 0, in: journal)
            }
            journal.end()
            #expect(failure?.why == "it is a bad one")
            #expect(try order(folder) == ["b", "a"])
            #expect(try files(folder) == ["order"])
            #expect(Leftover.all(in: journals).isEmpty)
        }
    }

    @Test func whatCannotBeTakenBackIsSaidAndStaysInTheJournal() async throws {
        try await withFolders { folder, journals in
            let operation = operation("stuck", "bad")
            let journal = try Journal.begin([operation], on: "host", in: journals)
            let failure = await #expect(throws: Failure.self) {
                try await operation.perform(on: folder, as: 0, in: journal)
            }
            journal.end()
            #expect(failure?.why.contains("failed as well: stuck") == true)
            #expect(try FileManager.default.contentsOfDirectory(atPath: journals).count == 1)
        }
    }

    @Test func oneOperationThatFailsLeavesTheOthersAlone() async throws {
        try await withFolders { folder, journals in
            let operations = [operation("a"), operation("b", "bad"), operation("c")]
            let journal = try Journal.begin(operations, on: "host", in: journals)
            for (number, operation) in operations.enumerated() {
                try? await operation.perform(on: folder, as: number, in: journal)
            }
            journal.end()
            #expect(try files(folder) == ["a", "c", "order"])
            #expect(Leftover.all(in: journals).isEmpty)
        }
    }

    /// A journal as it is when the process dies right after so many of its lines, the last one perhaps torn.
    private func die<Step: OperationStep>(
        after done: [Int], begun: [Int] = [], undoing: Bool = false, isTorn: Bool = false,
        _ operation: Strata.Operation<Step>, in journals: String
    ) throws {
        let journal = try Journal.begin([operation], on: "host", in: journals)
        for step in begun { JournalPage(journal, 0).write(.begun(step)) }
        for step in done { JournalPage(journal, 0).write(.done(step, trace: "trace")) }
        if undoing { JournalPage(journal, 0).write(.undoing) }
        if isTorn { _ = journal.append(Array("0 do".utf8)) }
    }

    @Test(arguments: [[], [0], [0, 1], [0, 1, 2]], [false, true])
    func aDeadProcessesOperationIsFinished(done: [Int], isTorn: Bool) async throws {
        try await withFolders { folder, journals in
            for index in done { _ = try folder.file(["a", "b", "c"][index], "made") }
            try die(after: done, isTorn: isTorn, operation("a", "b", "c"), in: journals)
            let leftover = try #require(await left(in: journals, of: "test", on: "host"))
            #expect(leftover.subjects == ["files"])
            #expect(await leftover.recover(MakeFile.self, on: folder).map(\.outcome) == [.finished])
            #expect(try files(folder) == ["a", "b", "c"])
            #expect(Leftover.all(in: journals).isEmpty)
        }
    }

    /// The step after the last line may have been done as well.
    @Test(arguments: [[], [0], [0, 1]]) func aDeadProcessesOperationIsTakenBack(done: [Int]) async throws {
        try await withFolders { folder, journals in
            let names = ["a", "b", "c"]
            for name in names.prefix(done.count + 1) { _ = try folder.file(name, "made") }
            let steps = names.map { MakeFileOrNot(step: MakeFile(name: $0)) }
            try die(after: done, Strata.Operation("files", steps), in: journals)
            let leftover = try #require(await left(in: journals))
            #expect(await leftover.recover(MakeFileOrNot.self, on: folder).map(\.outcome) == [.takenBack])
            #expect(try files(folder) == ["order"])
            #expect(Leftover.all(in: journals).isEmpty)
        }
    }

    @Test func whatWasChangedSinceIsNotOverwritten() async throws {
        try await withFolders { folder, journals in
            try die(after: [], operation("late"), in: journals)
            let leftover = try #require(await left(in: journals))
            let works = await leftover.recover(MakeFile.self, on: folder)
            #expect(works.map(\.outcome) == [.leftAlone("somebody has changed it since")])
            #expect(
                works.first?.note == "files: an earlier test that died was not finished: somebody has changed it since")
            #expect(try files(folder) == [])
            #expect(try FileManager.default.contentsOfDirectory(atPath: journals) == [])
        }
    }

    /// The steps behind it build on what was done.
    @Test func whatWasDoneAndIsGoneSinceEndsTheOperation() async throws {
        try await withFolders { folder, journals in
            try die(after: [0], operation("a", "b"), in: journals)
            let leftover = try #require(await left(in: journals))
            let works = await leftover.recover(MakeFile.self, on: folder)
            #expect(works.map(\.outcome) == [.leftAlone("somebody has removed a")])
            #expect(try files(folder) == [])
            #expect(Leftover.all(in: journals).isEmpty)
        }
    }

    @Test(arguments: [false, true]) func whatNeverBeganCanBeForgotten(wasBegun: Bool) async throws {
        try await withFolders { folder, journals in
            let steps = ["a", "b"].map { MakeFileIfBegun(step: MakeFile(name: $0)) }
            try die(after: [], begun: wasBegun ? [0] : [], Strata.Operation("files", steps), in: journals)
            let leftover = try #require(await left(in: journals))
            let works = await leftover.recover(MakeFileIfBegun.self, on: folder)
            #expect(works.map(\.outcome) == (wasBegun ? [.finished] : []))
            #expect(try files(folder) == (wasBegun ? ["a", "b"] : []))
            #expect(Leftover.all(in: journals).isEmpty)
        }
    }

    /// Whatever it is that was stopped is started again when everything is as it was before.
    @Test func someStepsAreTakenBackLast() async throws {
        try await withFolders { folder, journals in
            let operation = operation("a", "last", "b", "bad")
            let journal = try Journal.begin([operation], on: "host", in: journals)
            await #expect(throws: Failure.self) { try await operation.perform(on: folder, as: 0, in: journal) }
            #expect(try order(folder) == ["b", "a", "last"])
        }
    }

    @Test func whatSomebodyChangedIsNotTakenBackAndSaidOnce() async throws {
        try await withFolders { folder, journals in
            let operation = operation("other", "last", "bad")
            let journal = try Journal.begin([operation], on: "host", in: journals)
            let failure = await #expect(throws: Failure.self) {
                try await operation.perform(on: folder, as: 0, in: journal)
            }
            journal.end()
            #expect(failure?.why == "it is a bad one; not taken back: somebody has changed other, known as other-m")
            #expect(try files(folder) == ["last", "order", "other"])
            #expect(Leftover.all(in: journals).isEmpty)
        }
    }

    /// One that failed is told from one that died, and tried again or given up.
    @Test(arguments: ["a", "stuck", "other"]) func whatCouldNotBeTakenBackIsTriedAgain(name: String) async throws {
        try await withFolders { folder, journals in
            _ = try folder.file(name, "made")
            try die(after: [0], undoing: true, operation(name, "b"), in: journals)
            let leftover = try #require(await left(in: journals))
            #expect(leftover.hasFailed)
            let work = try #require(await leftover.recover(MakeFile.self, on: folder).first)
            #expect(work.hadFailed)
            let isLeft = try !FileManager.default.contentsOfDirectory(atPath: journals).isEmpty
            #expect(isLeft == (name == "stuck"))
            switch name {
            case "a": #expect(work.note == "files: an earlier test that failed was taken back first")
            case "stuck": #expect([work].failures.map(\.why) == ["it is stuck"])
            default:
                #expect(work.outcome == .leftAlone("somebody has changed other, known as trace"))
                #expect(work.note?.contains("an earlier test that failed was not taken back: ") == true)
            }
        }
    }

    @Test func aJournalOfALivingProcessIsLeftAlone() async throws {
        try await withFolders { _, journals in
            let journal = try Journal.begin([operation("a")], on: "host", in: journals)
            withExtendedLifetime(journal) { #expect(Leftover.all(in: journals).isEmpty) }
        }
    }

    @Test func aJournalOfAnotherHostIsLeftAlone() async throws {
        try await withFolders { _, journals in
            try die(after: [], operation("a"), in: journals)
            #expect(Leftover.all(on: "other", in: journals).isEmpty)
            #expect(await left(in: journals, on: "host") != nil)
        }
    }

    @Test func nothingIsDoneWithoutAJournal() async throws {
        #expect(throws: Failure.self) { try Journal.begin([operation("a")], on: "host", in: "/nowhere/at/all") }
    }
}
