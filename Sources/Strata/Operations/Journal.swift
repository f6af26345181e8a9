internal import FoundationEssentials
internal import Glibc
internal import Synchronization

/// What is about to be done, on disk before it is begun.
///
/// One line holds all operations with their steps; two more for each step, when it is begun and when it is done. The
/// first line alone is waited for until it is on disk: a step whose line is missing is done once more, which is harmless. The file is locked
/// while its process lives, and gone when everything is done or taken back.
public final class Journal: Sendable {
    private let descriptor: Int32
    let path: String
    /// The operations that have not ended yet.
    private let open: Mutex<Set<Int>>

    init(descriptor: Int32, path: String, open: Set<Int>) {
        (self.descriptor, self.path) = (descriptor, path)
        self.open = Mutex(open)
    }

    deinit {
        // A child that another thread is starting has a copy of the descriptor for a moment, and the lock with it.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Writes operations down.
    ///
    /// - Parameters:
    ///   - operations: What is going to be done.
    ///   - host: The URI of the connection that it is done on.
    ///   - folder: Where journals are; by default strata's own folder.
    /// - Returns: The journal; it is to be ended when everything is done.
    /// - Throws: ``Failure`` when it cannot be written; nothing may be done then.
    public static func begin<Step: OperationStep>(
        _ operations: [Operation<Step>], on host: String, in folder: String? = nil
    ) throws -> Journal {
        try begin(operations.map(JournalEntry.init), on: host, in: folder)
    }

    /// Writes down operations that are in words already.
    static func begin<Step>(_ entries: [JournalEntry<Step>], on host: String, in folder: String?) throws -> Journal {
        let folder = try folder ?? StateFolder.make("journal")
        let name = "\(Step.operation)-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        let path = folder + "/" + name + JournalPage.suffix
        let opening = JournalHead<Step>.opening(Step.operation, host)
        let descriptor = Glibc.open(path + ".new", O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unwritable(path) }
        let journal = Journal(descriptor: descriptor, path: path, open: Set(entries.indices))
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, journal.append(opening, entries), fsync(descriptor) == 0,
            rename(path + ".new", path) == 0, sync(folder)
        else {
            let failure = unwritable(path)
            unlink(path + ".new")
            throw failure
        }
        return journal
    }

    /// Forgets the operations: all are done, or taken back.
    ///
    /// One that could not even be taken back stays, for the next process to try.
    public func end() {
        if open.withLock(\.isEmpty) { unlink(path) }
    }

    /// Adds what became of an operation.
    func write(_ mark: JournalPage.Mark, for number: Int) {
        if mark == .ended { open.withLock { _ = $0.remove(number) } }
        _ = append(Array("\(number) \(mark)\n".utf8))
    }

    /// Adds a line; what cannot be written is only work that is done twice after a crash.
    func append(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// The first line, a good piece at a time: as a whole it can be large.
    private func append<Step>(_ opening: [UInt8], _ entries: [JournalEntry<Step>]) -> Bool {
        var piece = opening
        for (number, entry) in entries.enumerated() {
            if number > 0 { piece.append(UInt8(ascii: ",")) }
            piece += entry.text
            guard piece.count > 1 << 16 else { continue }
            guard append(piece) else { return false }
            piece.removeAll(keepingCapacity: true)
        }
        return append(piece + Array("]}\n".utf8))
    }

    private static func sync(_ folder: String) -> Bool {
        let handle = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { return false }
        defer { close(handle) }
        return fsync(handle) == 0 || errno == EINVAL
    }

    private static func unwritable(_ path: String) -> Failure {
        Failure(
            .noPermission, path, "cannot be written: \(String(cString: strerror(errno)))",
            hint: "nothing is done without being written down first; set XDG_STATE_HOME to a folder that can be written"
        )
    }
}

/// A journal's first line.
struct JournalHead<Step: Codable>: Decodable {
    struct Entry: Codable {
        var subject: String
        var steps: [Step]
    }

    var operation: String
    var host: String
    var operations: [Entry]

    /// What stands in front of the entries.
    fileprivate static func opening(_ operation: String, _ host: String) -> [UInt8] {
        var text = JSONText("{\"operation\":", operation)
        text.add(",\"host\":", host)
        text.add(",\"operations\":[")
        return text.bytes
    }
}

/// An operation in the words of a journal's first line; several can be put into words at once.
struct JournalEntry<Step: OperationStep>: Sendable {
    let text: [UInt8]

    init(_ operation: Operation<Step>) throws {
        var text = JSONText("{\"subject\":", operation.subject)
        text.add(",\"steps\":[")
        for (number, step) in operation.steps.enumerated() {
            if number > 0 { text.add(",") }
            text.bytes += try step.json
        }
        text.add("]}")
        self.text = text.bytes
    }
}

/// One operation's place in a journal.
struct JournalPage: Sendable {
    static let suffix = ".journal"

    /// What happened to an operation: a line of the journal, behind the operation's number.
    enum Mark: Hashable, Sendable {
        /// That step is about to be done.
        case begun(Int)
        /// That step is done, and left this behind.
        case done(Int, trace: String?)
        /// Steps are being taken back.
        case undoing
        /// The operation is done or taken back.
        case ended
    }

    private let journal: Journal
    private let number: Int

    init(_ journal: Journal, _ number: Int) { (self.journal, self.number) = (journal, number) }

    func write(_ mark: Mark) { journal.write(mark, for: number) }
}

extension JournalPage.Mark: LosslessStringConvertible {
    init?(_ description: String) {
        switch description {
        case "undoing": self = .undoing
        case "ended": self = .ended
        default:
            let words = description.split(separator: " ")
            guard (2...3).contains(words.count), let step = Int(words[1]) else { return nil }
            switch words[0] {
            case "begun": self = .begun(step)
            case "done": self = .done(step, trace: words.count == 3 ? String(words[2]) : nil)
            default: return nil
            }
        }
    }

    var description: String {
        switch self {
        case .begun(let step): "begun \(step)"
        case .done(let step, let trace): "done \(step)" + (trace.map { " \($0)" } ?? "")
        case .undoing: "undoing"
        case .ended: "ended"
        }
    }
}
