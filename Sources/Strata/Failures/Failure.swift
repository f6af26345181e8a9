/// Why something that the user asked for was not done: what, why, and what to do about it.
///
/// It prints as `error: <what>: <why>` and `hint: <what to do>`; the kind decides the exit code of the command.
public struct Failure: Error, Hashable, Sendable {
    /// What sort of failure it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It did not work, for a reason with no kind of its own.
        case failed
        /// There is no such guest.
        case noSuchGuest
        /// The guest is in a state in which it cannot be done.
        case wrongState
        /// Another guest has the name or the UUID.
        case nameTaken
        /// The definition is malformed, no domain, or breaks the schema.
        case badDefinition
        /// A file that is needed is not there.
        case missingFile
        /// libvirt cannot be reached.
        case unreachable
        /// It did not happen in time.
        case timedOut
        /// The guest runs, but did not come as far as was wanted.
        case notReady
        /// The user, or the hypervisor's user, may not do it.
        case noPermission
        /// This host cannot do it, such as a machine type that its QEMU does not have.
        case unsupported
        /// A value that the user gave cannot be.
        case wrongValue
        /// The user interrupted it.
        case interrupted
    }

    /// What sort of failure it is.
    public var kind: Kind
    /// What failed: a file with its line, a guest, a connection.
    public var what: String
    /// Why.
    public var why: String
    /// What the user can do about it.
    public var hint: String?
    /// Lines that help to understand it, such as the last ones of a console.
    public var details: [String]

    /// A failure of the given kind.
    public init(_ kind: Kind, _ what: String, _ why: String, hint: String? = nil, details: [String] = []) {
        self.kind = kind
        self.what = what
        self.why = why
        self.hint = hint
        self.details = details
    }
}

extension Failure: CustomStringConvertible {
    /// `error: <what>: <why>`, the details, and a `hint:` line where there is a hint.
    public var description: String {
        "error: \(what): \(why)" + details.map { "\n  | \($0)" }.joined() + (hint.map { "\nhint: \($0)" } ?? "")
    }
}
