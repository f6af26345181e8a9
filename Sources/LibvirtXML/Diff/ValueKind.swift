internal import Glibc
internal import Quantities

/// How a value is read, so that two spellings of the same thing come out equal.
enum ValueKind: Hashable, Sendable {
    /// A word, a number or a switch: `0x10` is `16`, `on` is `yes`.
    case word
    /// Text that means what it says, white space at its ends aside.
    case text
    /// A number with a unit; without one it counts this many bytes. What libvirt keeps in KiB is rounded up to them.
    case amount(unit: String)
    /// Numbers and ranges such as `0-3,^2`.
    case set
    /// A hardware address.
    case mac
    /// A UUID, with or without hyphens.
    case uuid
    /// An IP address.
    case ip

    /// The kind's name in the tables, such as `text` or `amount(KiB)`.
    init?(name: Substring) {
        switch name {
        case "word": self = .word
        case "text": self = .text
        case "set": self = .set
        case "mac": self = .mac
        case "uuid": self = .uuid
        case "ip": self = .ip
        case _ where name.hasPrefix("amount(") && name.hasSuffix(")"):
            self = .amount(unit: String(name.dropFirst(7).dropLast()))
        default: return nil
        }
    }

    /// Reads a value; `unit` is what stands beside an amount.
    func value(_ written: String, unit: String? = nil) -> Value {
        let text = written.trimmed
        switch self {
        case .word: return Value(text, meaning: ValueKind.word(text))
        case .text: return Value(text, meaning: text)
        case .amount(let usual):
            let shown = unit.map { text + " " + $0 } ?? text
            return Value(shown, meaning: ValueKind.amount(text, unit ?? usual, isKept: usual) ?? shown)
        case .set: return Value(text, meaning: ValueKind.set(text) ?? text)
        case .mac: return Value(text, meaning: text.lowercased())
        case .uuid: return Value(text, meaning: ValueKind.uuid(text))
        case .ip: return Value(text, meaning: ValueKind.address(text) ?? text.lowercased())
        }
    }

    private static func word(_ text: String) -> String {
        guard let first = text.utf8.first, (0x30...0x39).contains(first) else {
            return text == "on" ? "yes" : text == "off" ? "no" : text
        }
        let number = text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
        return number.map(String.init) ?? text
    }

    private static func uuid(_ text: String) -> String {
        String(decoding: text.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self).lowercased()
    }

    private static let mark = "bytes:"

    /// The amount behind a meaning that is one.
    static func bytes(in meaning: String) -> UInt64? {
        meaning.hasPrefix(mark) ? UInt64(meaning.dropFirst(mark.count)) : nil
    }

    private static func amount(_ text: String, _ unit: String, isKept: String) -> String? {
        guard let count = UInt64(text), let scale = ByteCount.scale(ofUnit: unit) else { return nil }
        let (bytes, overflow) = count.multipliedReportingOverflow(by: scale)
        guard !overflow else { return nil }
        // libvirt has memory in KiB, and rounds what is given in less.
        let step: UInt64 = isKept == "bytes" ? 1 : 1 << 10
        let rest = bytes % step
        let (rounded, tooLarge) = bytes.addingReportingOverflow(rest == 0 ? 0 : step - rest)
        return tooLarge ? nil : mark + String(rounded)
    }

    private static func set(_ text: String) -> String? {
        var members: Set<Int> = []
        for part in text.split(separator: ",") {
            let isLess = part.trimmed.hasPrefix("^")
            let ends = part.trimmed.drop { $0 == "^" }.split(separator: "-").map { Int($0.trimmed) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
                last < 1 << 16
            else { return nil }
            if isLess { members.subtract(first...last) } else { members.formUnion(first...last) }
        }
        return members.sorted().map(String.init).joined(separator: ",")
    }

    private static func address(_ text: String) -> String? {
        var bytes = [UInt8](repeating: 0, count: 16)
        for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] where inet_pton(family, text, &bytes) == 1 {
            return bytes.prefix(count).map { String($0, radix: 16) }.joined(separator: ".")
        }
        return nil
    }
}

extension Substring {
    /// The text without white space at its ends.
    var trimmed: String { String(self).trimmed }
}
