import Glibc

/// A place in a run of bytes, with the few moves that reading XML needs; it never leaves the run.
struct ByteCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    var position: Int
    let end: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.init(bytes, from: 0, to: bytes.count) }

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
        self.bytes = bytes
        self.position = start
        self.end = min(end, bytes.count)
    }

    /// The byte `distance` ahead, 0 behind the end; a text that passed the preflight has no NUL of its own.
    @inline(__always)
    func peek(_ distance: Int = 0) -> UInt8 {
        let index = position + distance
        return index < end ? bytes[index] : 0
    }

    func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard let base = bytes.baseAddress, position + count <= end else { return false }
        return memcmp(base + position, text.utf8Start, count) == 0
    }

    func starts(with prefix: [UInt8]) -> Bool { bytes[position..<end].starts(with: prefix) }

    @inline(__always)
    mutating func skipSpace() {
        while ByteCursor.isSpace(peek()) { position += 1 }
    }

    /// Where `byte` stands next, `nil` when it does not.
    @inline(__always)
    func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < end, let base = bytes.baseAddress else { return nil }
        guard let found = memchr(base + start, Int32(byte), end - start) else { return nil }
        return UnsafeRawPointer(base).distance(to: found)
    }

    /// Moves behind the next `mark`, which ends in `>`, looking from `offset` bytes ahead; stays when there is none.
    mutating func skip(past mark: StaticString, from offset: Int) -> Bool {
        let count = mark.utf8CodeUnitCount
        guard let base = bytes.baseAddress else { return false }
        var probe = position + offset + count - 1
        while let found = find(UInt8(ascii: ">"), from: probe) {
            if memcmp(base + found + 1 - count, mark.utf8Start, count) == 0 {
                position = found + 1
                return true
            }
            probe = found + 1
        }
        return false
    }

    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}
