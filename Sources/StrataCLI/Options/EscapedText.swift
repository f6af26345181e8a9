internal import ArgumentParser

/// A text on the command line in which `\n` is the Enter key, `\t`, `\e` and `\xHH` are what they are in C, and `\\` is
/// a backslash.
struct EscapedText: ExpressibleByArgument, Equatable {
    let bytes: [UInt8]

    init?(argument: String) {
        var bytes: [UInt8] = []
        var rest = argument.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            guard let letter = rest.popFirst() else { return nil }
            switch letter {
            // The Enter key sends a carriage return, on every terminal.
            case UInt8(ascii: "n"), UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "e"): bytes.append(0x1B)
            case UInt8(ascii: "\\"): bytes.append(letter)
            case UInt8(ascii: "x"):
                guard rest.count >= 2, let value = UInt8(Substring(rest.prefix(2)), radix: 16) else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: return nil
            }
        }
        self.bytes = bytes
    }
}
