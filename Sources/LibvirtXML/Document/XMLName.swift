/// A name as it is written, taken apart at its colon.
struct XMLName {
    let whole: String
    /// What stands in front of the colon.
    let prefix: String?
    /// What stands behind it, or the whole name.
    let local: String

    init(_ whole: String) {
        self.whole = whole
        guard whole.utf8.contains(UInt8(ascii: ":")) else {
            (prefix, local) = (nil, whole)
            return
        }
        let parts = whole.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1).map { String(Substring($0)) }
        prefix = parts.count == 2 ? parts[0] : nil
        local = parts.last ?? ""
    }
}
