internal import FoundationEssentials

/// One step of an operation: what it does, and how that is taken back.
///
/// A step is a value that a journal can hold, so that another process can go on where this one died. Nobody knows then
/// how far the last step came: doing one that is done already, and taking back one that never began, must be harmless.
public protocol OperationStep: Codable, Sendable, CustomStringConvertible {
    /// What the steps act on, such as a connection.
    associatedtype Place: Sendable

    /// The name of operations that are made of such steps.
    static var operation: String { get }

    /// What becomes of an operation whose process died.
    static var afterCrash: CrashPolicy { get }

    /// Whether it is taken back after all others, whatever their order, and only where all of them could be.
    ///
    /// A guest that was stopped is started again when it has its old definition, not before.
    var isTakenBackLast: Bool { get }

    /// The step in JSON, as a journal holds it and `Codable` reads it; by default what `JSONEncoder` makes of it.
    var json: [UInt8] { get throws }

    /// Does the step, wholly or not at all.
    func perform(on place: Place) async throws

    /// What tells later whether what the step has left there is still so; asked for right after it is done.
    ///
    /// By default nothing does.
    func trace(on place: Place) async -> String?

    /// Takes the step back.
    ///
    /// - Parameters:
    ///   - place: What the steps act on.
    ///   - trace: What told of it when it was done; `nil` where that is not known.
    /// - Throws: ``LeftAlone`` where somebody has changed or removed it since.
    func undo(on place: Place, trace: String?) async throws

    /// Does the step after a crash, in another process and perhaps much later.
    ///
    /// By default it is simply done.
    ///
    /// - Parameters:
    ///   - place: What the steps act on.
    ///   - wasBegun: Whether the process that died had begun it, or had not come so far.
    /// - Throws: ``LeftAlone`` where it would overwrite what somebody has changed in between.
    func resume(on place: Place, wasBegun: Bool) async throws

    /// Makes sure, after a crash, that what the step has done is still so: those behind it build on that.
    ///
    /// - Parameters:
    ///   - place: What the steps act on.
    ///   - trace: What told of it when it was done; `nil` where that is not known.
    /// - Throws: ``LeftAlone`` where it is not.
    func confirm(on place: Place, trace: String?) async throws
}

extension OperationStep {
    /// It has its turn like all others.
    public var isTakenBackLast: Bool { false }

    /// What the encoder makes of it.
    public var json: [UInt8] { get throws { try Array(JSONEncoder().encode(self)) } }

    /// Nothing.
    public func trace(on place: Place) async -> String? { nil }

    /// Does it.
    public func resume(on place: Place, wasBegun: Bool) async throws { try await perform(on: place) }

    /// Takes it for granted.
    public func confirm(on place: Place, trace: String?) async throws {}
}

/// What becomes of an operation whose process died.
public enum CrashPolicy: String, Codable, Sendable {
    /// The steps that are left are done.
    case finish
    /// The same where the first of them had been begun; one that had not is forgotten.
    case finishWhatBegan
    /// Those that were done are taken back.
    case undo
}

/// Several steps that are done wholly or not at all.
///
/// ```swift
/// let journal = try Journal.begin([operation], on: "qemu:///system")
/// try await operation.perform(on: connection, as: 0, in: journal)
/// journal.end()
/// ```
public struct Operation<Step: OperationStep>: Codable, Sendable {
    /// What it is about, such as `guest 'web'`.
    public var subject: String
    /// What is done, in this order.
    public var steps: [Step]

    /// An operation with its steps.
    public init(_ subject: String, _ steps: [Step]) { (self.subject, self.steps) = (subject, steps) }
}
