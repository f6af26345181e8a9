/// The way between characters and their written form.
enum Text {
    /// Reads written text: resolves character references and XML's five entities, and normalises line ends.
    ///
    /// In an attribute value white space becomes a space, as XML demands, unless it is written as a reference.
    static func decode(_ bytes: ArraySlice<UInt8>, isAttribute: Bool) -> String {
        let isPlain = !bytes.contains { byte in
            byte == UInt8(ascii: "&") || byte == 0x0D || (isAttribute && (byte == 0x0A || byte == 0x09))
        }
        if isPlain { return String(decoding: bytes, as: UTF8.self) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "&"), let end = bytes[index...].firstIndex(of: UInt8(ascii: ";")) {
                append(reference: bytes[(index + 1)..<end], to: &output)
                index = end
            } else if byte == 0x0D {
                if index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A { index += 1 }
                output.append(isAttribute ? 0x20 : 0x0A)
            } else {
                output.append(isAttribute && (byte == 0x0A || byte == 0x09) ? 0x20 : byte)
            }
            index += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func append(reference name: ArraySlice<UInt8>, to output: inout [UInt8]) {
        let text = String(decoding: name, as: UTF8.self)
        switch text {
        case "amp": output.append(UInt8(ascii: "&"))
        case "lt": output.append(UInt8(ascii: "<"))
        case "gt": output.append(UInt8(ascii: ">"))
        case "quot": output.append(UInt8(ascii: "\""))
        case "apos": output.append(UInt8(ascii: "'"))
        default:
            let isHex = text.hasPrefix("#x")
            let code = isHex ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text.dropFirst())
            guard let scalar = code.flatMap(Unicode.Scalar.init) else { return }
            output.append(contentsOf: String(Character(scalar)).utf8)
        }
    }

    /// Writes `text` so that reading it gives the same text back.
    ///
    /// Characters that XML cannot hold at all, such as most control characters, become U+FFFD. `quote` is that of the
    /// attribute which takes the text, `nil` for the content of an element.
    static func encode(_ text: String, quote: UInt8? = nil) -> [UInt8] {
        if text.utf8.allSatisfy(isPlain) { return Array(text.utf8) }
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output.append(contentsOf: "&amp;".utf8)
            case "<": output.append(contentsOf: "&lt;".utf8)
            case ">": output.append(contentsOf: "&gt;".utf8)
            case "\r": output.append(contentsOf: "&#13;".utf8)
            case "\n" where quote != nil: output.append(contentsOf: "&#10;".utf8)
            case "\t" where quote != nil: output.append(contentsOf: "&#9;".utf8)
            case "'" where quote == UInt8(ascii: "'"): output.append(contentsOf: "&apos;".utf8)
            case "\"" where quote == UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
            default: output.append(contentsOf: UTF8.encode(isAllowed(scalar) ? scalar : "\u{FFFD}") ?? replacement)
            }
        }
        return output
    }

    /// Whether it is a character of its own that is never written in another way.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""): false
        default: (0x20...0x7E).contains(byte)
        }
    }

    private static let replacement = UTF8.encodedReplacementCharacter

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF || scalar == "\n" || scalar == "\t"
    }

    /// Whether `text` may be the name of an element or an attribute: whatever XML itself calls a name.
    static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isNameStart(first) else { return false }
        return text.unicodeScalars.dropFirst().allSatisfy(isInName)
    }

    /// The ranges of XML's rule [4].
    private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_", ":", "\u{C0}"..."\u{D6}", "\u{D8}"..."\u{F6}", "\u{F8}"..."\u{2FF}",
            "\u{370}"..."\u{37D}", "\u{37F}"..."\u{1FFF}", "\u{200C}"..."\u{200D}", "\u{2070}"..."\u{218F}",
            "\u{2C00}"..."\u{2FEF}", "\u{3001}"..."\u{D7FF}", "\u{F900}"..."\u{FDCF}", "\u{FDF0}"..."\u{FFFD}",
            "\u{10000}"..."\u{EFFFF}":
            true
        default: false
        }
    }

    /// The ranges of XML's rule [4a].
    private static func isInName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", ".", "0"..."9", "\u{B7}", "\u{300}"..."\u{36F}", "\u{203F}"..."\u{2040}": true
        default: isNameStart(scalar)
        }
    }
}
