/// A word from a set that may grow: known ones have names, unknown ones are kept as they are.
///
/// ```swift
/// public struct WatchdogAction: XMLToken {
///     public var rawValue: String
///     public init(rawValue: String) { self.rawValue = rawValue }
///     public static let reset: Self = "reset"
///     public static let pause: Self = "pause"
/// }
/// ```
public protocol XMLToken: RawRepresentable, FieldValue, ExpressibleByStringLiteral, CustomStringConvertible
where RawValue == String {
    /// The token for a word; every word has one.
    init(rawValue: String)
}

extension XMLToken {
    /// The token for a word.
    public init(stringLiteral value: String) { self.init(rawValue: value) }

    /// The word itself.
    public var description: String { rawValue }
}
