/// A text or an attribute: how it is written, and what it means.
struct Value: Hashable, Sendable {
    /// As it is written, with its unit.
    var shown: String
    /// The same for everything that means the same.
    var meaning: String

    init(_ shown: String, meaning: String) { (self.shown, self.meaning) = (shown, meaning) }

    /// A value that libvirt would fill in.
    init(implied: String) { self = ValueKind.word.value(implied) }

    static func == (left: Value, right: Value) -> Bool { left.meaning == right.meaning }
    func hash(into hasher: inout Hasher) { hasher.combine(meaning) }

    /// Whether libvirt takes one for the other: equal, or an amount of memory that a start rounds up to whole MiB.
    func isEquivalent(to other: Value) -> Bool {
        if meaning == other.meaning { return true }
        guard let bytes = ValueKind.bytes(in: meaning), let others = ValueKind.bytes(in: other.meaning) else {
            return false
        }
        let unit: UInt64 = 1 << 20
        return max(bytes, others).isMultiple(of: unit) && max(bytes, others) - min(bytes, others) < unit
    }
}
