/// Finds a text in a stream of bytes that arrives in pieces.
struct TextMatcher: Sendable {
    private let wanted: [UInt8]
    private var tail: [UInt8] = []

    init(_ text: String) { wanted = Array(text.utf8) }

    /// Takes the next piece; answers whether the text has been seen in what came so far.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> Bool {
        guard !wanted.isEmpty else { return true }
        tail += bytes
        if tail.contains(wanted) { return true }
        tail.removeFirst(max(0, tail.count - (wanted.count - 1)))
        return false
    }
}
