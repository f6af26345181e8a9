/// What may stand at a place instead of what stands there.
enum PlainValue: UInt8 {
    /// A name of letters, digits, `_`, `.` and `-`, and no `.` in front.
    case name = 1
    /// An absolute path of such names.
    case path = 2
    /// A UUID with its hyphens.
    case uuid = 3
    /// The hardware address of one adapter.
    case mac = 4

    /// Whether a text is nothing but that.
    func covers(_ text: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .name: !text.isEmpty && text.first != UInt8(ascii: ".") && text.allSatisfy(\.isPlain)
        case .path:
            text.count > 1 && text.first == UInt8(ascii: "/")
                && text.allSatisfy { $0.isPlain || $0 == UInt8(ascii: "/") }
        case .uuid: PlainValue.isHexadecimal(text, groups: [8, 4, 4, 4, 12], UInt8(ascii: "-"))
        case .mac:
            PlainValue.isHexadecimal(text, groups: [2, 2, 2, 2, 2, 2], UInt8(ascii: ":"))
                // Of a group's address the first number is odd: it ends in an odd digit, or in b, d or f.
                && (text[text.startIndex + 1].isDigit == text[text.startIndex + 1].isMultiple(of: 2))
        }
    }

    private static func isHexadecimal(_ text: ArraySlice<UInt8>, groups: [Int], _ separator: UInt8) -> Bool {
        guard text.count == groups.reduce(groups.count - 1, +) else { return false }
        var rest = text
        for (number, length) in groups.enumerated() {
            guard number == 0 || rest.popFirst() == separator, rest.prefix(length).allSatisfy(\.isHexadecimalDigit)
            else { return false }
            rest = rest.dropFirst(length)
        }
        return true
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

    fileprivate var isHexadecimalDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }

    fileprivate var isPlain: Bool {
        isDigit || (0x61...0x7A).contains(self | 0x20) || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
            || self == UInt8(ascii: "-")
    }
}
