public import FoundationEssentials

/// A value that is written as one text.
public protocol FieldValue: Hashable, Sendable {
    /// Reads a text; `nil` when it is no such value.
    init?(text: String)
    /// The text that gives the same value back.
    var text: String { get }
}

extension String: FieldValue {
    /// Every text is one.
    public init(text: String) { self = text }
    /// The text itself.
    public var text: String { self }
}

extension Int: FieldValue {
    /// Reads a whole number, in tens or, behind `0x`, in sixteens.
    public init?(text: String) {
        let digits = text.trimmed
        let isHexadecimal = digits.hasPrefix("0x") || digits.hasPrefix("0X")
        guard let number = isHexadecimal ? Int(digits.dropFirst(2), radix: 16) : Int(digits) else { return nil }
        self = number
    }
    /// The number in tens.
    public var text: String { String(self) }
}

extension UUID: FieldValue {
    /// Reads a UUID as libvirt does: with or without hyphens, and with space around it.
    public init?(text: String) {
        let digits = Array(text.filter { $0 != "-" && !$0.isWhitespace })
        guard digits.count == 32, digits.allSatisfy(\.isHexDigit) else { return nil }
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        self.init(uuidString: groups.joined(separator: "-"))
    }
    /// The UUID in small letters, with hyphens.
    public var text: String { uuidString.lowercased() }
}

extension XMLToken {
    /// Every word is one; white space around it is none of it.
    public init(text: String) { self.init(rawValue: text.trimmed) }
    /// The word.
    public var text: String { rawValue }
}

/// A whole number that is written in sixteens, such as the slot of a PCI address.
///
/// `0x001f` and `0x1f` are the same number; a document keeps the one that it has.
public struct HexNumber: FieldValue, ExpressibleByIntegerLiteral {
    /// The number.
    public var value: Int
    /// The number `value`.
    public init(_ value: Int) { self.value = value }
    /// The number `value`.
    public init(integerLiteral value: Int) { self.value = value }
    /// Reads a whole number, in tens or, behind `0x`, in sixteens.
    public init?(text: String) {
        guard let value = Int(text: text) else { return nil }
        self.value = value
    }
    /// The number behind `0x`; one below zero, which stands for any, in tens.
    public var text: String { value < 0 ? String(value) : "0x" + String(value, radix: 16) }
}
