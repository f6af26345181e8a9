/// A line and a column, both counted from 1; columns count characters (Unicode scalars).
struct TextPosition: Hashable, Sendable {
    var line = 1
    var column = 1

    init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes.prefix(offset) { advance(over: byte) }
    }

    init(after bytes: [UInt8]) {
        for byte in bytes { advance(over: byte) }
    }

    private mutating func advance(over byte: UInt8) {
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }
}
