/// Thrown by a step that finds what it is about gone, or changed by somebody else: that is never overwritten.
///
/// It is no failure of the step. Nothing more can be done about the operation, so it is said once and forgotten.
public struct LeftAlone: Error, Hashable, Sendable {
    /// What was found, and what that means for the thing.
    public var why: String

    /// Nothing is done, for this reason.
    public init(_ why: String) { self.why = why }
}

/// What came of an operation that another process had begun and did not bring to its end.
public struct EarlierWork: Hashable, Sendable {
    /// What came of it.
    public enum Outcome: Hashable, Sendable {
        /// The rest of it was done.
        case finished
        /// What had been done was taken back.
        case takenBack
        /// It is given up, because of what was found there.
        case leftAlone(String)
        /// It failed; where not even taking it back worked, it stays in the journal.
        case failed(Failure)
    }

    /// The kind of operation, such as `apply`.
    public let operation: String
    /// What it is about, such as `guest 'web'`.
    public let subject: String
    /// Whether it had failed, and was being taken back; otherwise its process had died.
    public let hadFailed: Bool
    /// What came of it.
    public let outcome: Outcome

    /// What there is to tell the user; `nil` where a failure says it.
    public var note: String? {
        let work = "\(subject): an earlier \(operation) that \(hadFailed ? "failed" : "died")"
        return switch outcome {
        case .finished: "\(work) was finished first"
        case .takenBack: "\(work) was taken back first"
        case .leftAlone(let why): "\(work) was not \(hadFailed ? "taken back" : "finished"): \(why)"
        case .failed: nil
        }
    }
}

extension [EarlierWork] {
    /// Why some could be brought to no end.
    public var failures: [Failure] {
        compactMap { if case .failed(let failure) = $0.outcome { failure } else { nil } }
    }
}
