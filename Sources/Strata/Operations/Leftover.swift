internal import FoundationEssentials
internal import Glibc

/// A journal whose process died before everything was done, or could not take back what failed.
///
/// ```swift
/// for leftover in Leftover.all() where leftover.host == uri { print(leftover.subjects) }
/// ```
public struct Leftover: Sendable {
    /// What was being done, such as `apply`.
    public let operation: String
    /// The URI of the connection that it was done on.
    public let host: String
    /// What the operations that were begun and did not end are about; all that did not end where none was begun.
    public let subjects: [String]
    /// Whether any of them failed, and could not be taken back.
    public let hasFailed: Bool

    let journal: Journal
    let text: [UInt8]

    /// All journals that were left behind, locked for this process.
    ///
    /// Journals of processes that live, and of others that are about to finish one, are not among them.
    ///
    /// - Parameters:
    ///   - operation: Only those of this operation.
    ///   - host: Only those on this connection.
    ///   - folder: Where journals are; by default strata's own folder.
    /// - Returns: The journals, in the order of their names.
    public static func all(of operation: String? = nil, on host: String? = nil, in folder: String? = nil) -> [Leftover]
    {
        let folder = folder ?? StateFolder.path + "/journal"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(JournalPage.suffix) }.sorted()
            .filter { name in operation.map { name.hasPrefix($0 + "-") } ?? true }
            .compactMap { Leftover(path: folder + "/" + $0) }
            .filter { leftover in host.map { leftover.host == $0 } ?? true }
    }

    private init?(path: String) {
        let descriptor = Glibc.open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        // Whoever had it may have finished, and removed it, while we waited for the lock.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0, status.st_nlink > 0,
            let text = JournalReading.text(of: descriptor),
            let head = JournalReading.head(text, as: JournalReading.Unread.self)
        else {
            close(descriptor)
            return nil
        }
        let progress = JournalReading.progress(text)
        let open = head.operations.indices.filter { progress[$0]?.hasEnded != true }
        journal = Journal(descriptor: descriptor, path: path, open: Set(open))
        operation = head.operation
        host = head.host
        let begun = open.filter { progress[$0]?.hasBegun == true }
        subjects = (begun.isEmpty ? open : begun).map { head.operations[$0].subject }
        hasFailed = open.contains { progress[$0]?.isUndoing == true }
        self.text = text
    }

    /// Finishes the operations that did not end, or takes them back, as their kind has it.
    ///
    /// - Parameters:
    ///   - step: The steps that they are made of.
    ///   - place: What the steps act on.
    /// - Returns: What came of each that had begun; the journal of those that failed stays.
    public func recover<Step: OperationStep>(_ step: Step.Type, on place: Step.Place) async -> [EarlierWork] {
        guard let head = JournalReading.head(text, as: Step.self) else {
            let failure = Failure(
                .failed, "the journal of an \(operation)", "it cannot be read",
                hint: "it was written by another version of strata; rm \(journal.path) gives it up")
            return [
                EarlierWork(operation: operation, subject: "", hadFailed: hasFailed, outcome: .failed(failure))
            ]
        }
        let progress = JournalReading.progress(text)
        var works: [EarlierWork] = []
        for (number, entry) in head.operations.enumerated() where progress[number]?.hasEnded != true {
            let progress = progress[number] ?? OperationProgress()
            let outcome = await Operation(entry.subject, entry.steps).recover(
                on: place, JournalPage(journal, number), from: progress)
            guard let outcome else { continue }
            works.append(
                EarlierWork(
                    operation: operation, subject: entry.subject, hadFailed: progress.isUndoing, outcome: outcome))
        }
        journal.end()
        return works
    }
}
