/// One real difference between two definitions, and when it can take effect.
///
/// ```swift
/// for change in stored.changes(to: file) where change.effect != .cosmetic {
///     print(change.path, change.before ?? "nothing", "→", change.after ?? "nothing")
/// }
/// ```
public struct Change: Codable, Hashable, Sendable {
    /// What happened to the thing at the path.
    public enum Kind: String, Codable, Hashable, Sendable {
        /// It is only in the second definition.
        case added
        /// It is only in the first definition.
        case removed
        /// It is in both, with another value.
        case changed
        /// The same things stand in another order, where the order means something.
        case reordered
    }

    /// When a guest, or whatever is defined, can have the change.
    public enum Effect: String, Codable, Hashable, Sendable, CaseIterable {
        /// While it runs.
        case now
        /// When it is started the next time.
        case nextBoot
        /// Never as the same object: it has to be removed and made anew.
        case recreation
        /// It is a text for people and changes nothing else.
        case cosmetic
    }

    /// Where it is, as an XPath such as `/domain/devices/disk[target/@dev='vda']/driver/@cache`.
    ///
    /// Where several children of one name can only be told apart by counting, the number is the one in the first
    /// definition, and for what was added the one in the second.
    public var path: String
    /// What happened.
    public var kind: Kind
    /// The value in the first definition, of an element its XML; `nil` where there is none.
    public var before: String?
    /// The value in the second definition, of an element its XML; `nil` where there is none.
    public var after: String?
    /// When it can take effect.
    public var effect: Effect

    /// A change with everything that is known about it.
    public init(path: String, kind: Kind, before: String?, after: String?, effect: Effect) {
        self.path = path
        self.kind = kind
        self.before = before
        self.after = after
        self.effect = effect
    }
}

extension Change: CustomStringConvertible {
    /// The path with both values, such as `/domain/vcpu: 2 → 4`.
    public var description: String { "\(path): \(before ?? "nothing") → \(after ?? "nothing")" }
}
