/// What an examination of a host found, good or bad.
public struct HealthFinding: Hashable, Sendable, Codable {
    /// How much it matters.
    public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is as it should be.
        case fine
        /// Something does not work, and many hosts do without it.
        case note
        /// Something that guests need does not work.
        case problem
    }

    /// What was looked at, such as `network`.
    public var check: String
    /// How much it matters.
    public var severity: Severity
    /// What is so.
    public var what: String
    /// Why it matters.
    public var why: String?
    /// The command or the setting that mends it.
    public var remedy: String?
    /// Whether `strata doctor --fix` mends it.
    public var isFixable = false

    /// All is well.
    static func fine(_ what: String) -> HealthFinding { HealthFinding(check: "", severity: .fine, what: what) }
}

/// A finding, and how strata can mend it, where it can do so without harm.
struct Diagnosis: Sendable {
    var finding: HealthFinding
    var fix: (@Sendable () async throws -> Void)?

    init(_ finding: HealthFinding) { self.finding = finding }

    init(
        _ severity: HealthFinding.Severity, _ what: String, why: String, remedy: String? = nil,
        fix: (@Sendable () async throws -> Void)? = nil
    ) {
        finding = HealthFinding(
            check: "", severity: severity, what: what, why: why, remedy: remedy, isFixable: fix != nil)
        self.fix = fix
    }

    static func fine(_ what: String) -> Diagnosis { Diagnosis(.fine(what)) }
}

/// Looking at one side of a host.
protocol HealthCheck: Sendable {
    /// What is looked at, in a word.
    static var name: String { get }
    /// What is so; nothing where the question makes no sense for the host.
    func diagnoses(of patient: Patient) async throws -> [Diagnosis]
}
