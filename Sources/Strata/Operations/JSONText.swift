/// JSON that is put together by hand, where there is too much of it for an encoder's tree of containers.
struct JSONText {
    var bytes: [UInt8] = []

    /// What stands there as it is, and a string behind it.
    init(_ lead: StaticString, _ string: String) { add(lead, string) }

    /// Adds what stands there as it is.
    mutating func add(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Adds what stands there as it is, and a string behind it.
    mutating func add(_ lead: StaticString, _ string: String) {
        add(lead)
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { add(escaped: $0) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func add(escaped text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
            bytes.append(contentsOf: text[start..<index])
            start = index + 1
            switch byte {
            case 0x0A: add("\\n")
            case 0x22: add("\\\"")
            case 0x5C: add("\\\\")
            default:
                add("\\u00")
                bytes.append(0x30 + byte >> 4)
                bytes.append(byte & 15 < 10 ? 0x30 + byte & 15 : 0x57 + byte & 15)
            }
        }
        bytes.append(contentsOf: text[start...])
    }
}
