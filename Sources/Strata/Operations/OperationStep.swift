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

    /// Does the step, wholly or not at all.
    func perform(on place: Place) async throws

    /// Takes the step back.
    func undo(on place: Place) async throws

    /// Does the step after a crash, in another process and perhaps much later.
    ///
    /// By default it is simply done. A step that would overwrite what somebody has changed in between throws instead.
    func resume(on place: Place) async throws
}

extension OperationStep {
    /// Does it.
    public func resume(on place: Place) async throws { try await perform(on: place) }
}

/// What becomes of an operation whose process died.
public enum CrashPolicy: String, Codable, Sendable {
    /// The steps that are left are done.
    case finish
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
