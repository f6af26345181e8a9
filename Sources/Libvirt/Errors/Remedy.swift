/// One situation that users run into, and what they can do about it.
struct Remedy: Sendable {
    let code: LibvirtError.Code
    /// A piece of the message, with `…` or `*` for what differs; libvirt uses a few of its codes for many situations.
    let words: String
    /// What to do; `…` is what the last `…` of the words stood for.
    let hint: String

    init(_ code: LibvirtError.Code, _ words: String = "", _ hint: String) {
        self.code = code
        self.words = words
        self.hint = hint
    }

    // The first one that fits counts: particular ones stand before general ones.
    static let all = connecting + objects + definitions + starting + states + devices + storage + general

    /// What to do about an error of that code with that message; `nil` for another situation.
    func hint(for code: LibvirtError.Code, _ message: String) -> String? {
        guard code == self.code else { return nil }
        if words.isEmpty { return hint }
        var rest = message[...]
        var kept: Substring = ""
        var gap: Character?
        for piece in words.split(omittingEmptySubsequences: false, whereSeparator: Self.isGap) {
            // A gap at the end takes all that is left.
            guard let place = piece.isEmpty ? rest.endIndex..<rest.endIndex : rest.firstRange(of: piece) else {
                return nil
            }
            if gap == "…" { kept = rest[..<place.lowerBound] }
            rest = rest[place.upperBound...]
            gap = piece.endIndex < words.endIndex ? words[piece.endIndex] : nil
        }
        return hint.replacing("…", with: kept)
    }

    private static func isGap(_ character: Character) -> Bool { character == "…" || character == "*" }
}

extension LibvirtError {
    /// What the user can do about it, for the situations that users of libvirt run into most.
    var remedy: String? {
        if code == .noSupport { return missingCall }
        for remedy in Remedy.all {
            if let hint = remedy.hint(for: code, message) { return hint }
        }
        return nil
    }

    /// What it takes for the other side to have the call.
    private var missingCall: String {
        let needed = call.flatMap { CallVersions.introduced[$0] }.map { "libvirt \($0) or newer" }
        // libvirt's words where the daemon does not know the call at all, whatever its drivers could do.
        if message.contains("unknown procedure") {
            return "the daemon on the other side is too old: the call needs \(needed ?? "a newer libvirt")"
        }
        return "this hypervisor's driver has no such function"
            + (needed.map { "; where one has, it takes \($0)" } ?? "")
    }
}
