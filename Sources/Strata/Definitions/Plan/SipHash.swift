/// SipHash-2-4 with 128 bits: quick, and nobody who does not know its key can make two texts of one hash.
struct SipHash {
    /// A hash, or a key.
    struct Word: Hashable, Sendable {
        var low: UInt64
        var high: UInt64
    }

    private var v0, v1, v2, v3: UInt64
    private var words: UInt64 = 0

    init(key: Word) {
        v0 = key.low ^ 0x736f_6d65_7073_6575
        v1 = key.high ^ 0x646f_7261_6e64_6f6d ^ 0xee
        v2 = key.low ^ 0x6c79_6765_6e65_7261
        v3 = key.high ^ 0x7465_6462_7974_6573
    }

    /// Adds bytes, and how many they are: pieces that only run on into each other have another hash.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(UInt64(bytes.count))
        var place = 0
        while place + 8 <= bytes.count {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            place += 8
        }
        var last: UInt64 = 0
        for (index, byte) in bytes[place...].enumerated() { last |= UInt64(byte) << (8 * UInt64(index)) }
        if place < bytes.count { add(last) }
    }

    mutating func add(_ word: UInt64) {
        v3 ^= word
        round()
        round()
        v0 ^= word
        words &+= 1
    }

    /// The hash of all that was added.
    consuming func finish() -> Word {
        add((words &* 8) << 56)
        v2 ^= 0xee
        for _ in 0..<4 { round() }
        let low = v0 ^ v1 ^ v2 ^ v3
        v1 ^= 0xdd
        for _ in 0..<4 { round() }
        return Word(low: low, high: v0 ^ v1 ^ v2 ^ v3)
    }

    private mutating func round() {
        v0 &+= v1
        v1 = rotated(v1, 13) ^ v0
        v0 = rotated(v0, 32)
        v2 &+= v3
        v3 = rotated(v3, 16) ^ v2
        v0 &+= v3
        v3 = rotated(v3, 21) ^ v0
        v2 &+= v1
        v1 = rotated(v1, 17) ^ v2
        v2 = rotated(v2, 32)
    }

    private func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }
}
