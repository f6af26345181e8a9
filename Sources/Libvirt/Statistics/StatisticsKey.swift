internal import Glibc

/// The name of a statistic, such as `block.0.rd.bytes`, read piece by piece without making a `String` of it.
struct StatisticsKey {
    private var position: UnsafePointer<CChar>

    init(_ name: UnsafePointer<CChar>) { position = name }

    /// What has not been read yet.
    var rest: String { String(cString: position) }

    /// Whether what has not been read yet is `text`.
    ///
    /// Most names differ in their first character, which needs no call.
    @inline(__always)
    func `is`(_ text: StaticString) -> Bool {
        position.pointee == CChar(bitPattern: text.utf8Start.pointee)
            && strncmp(position, cString(text), text.utf8CodeUnitCount + 1) == 0
    }

    /// Reads `prefix` if it comes next.
    @inline(__always)
    mutating func skip(_ prefix: StaticString) -> Bool {
        guard position.pointee == CChar(bitPattern: prefix.utf8Start.pointee),
            strncmp(position, cString(prefix), prefix.utf8CodeUnitCount) == 0
        else { return false }
        position += prefix.utf8CodeUnitCount
        return true
    }

    /// Reads a number and the dot behind it if they come next.
    mutating func number() -> Int? {
        var end: UnsafeMutablePointer<CChar>?
        guard isdigit(Int32(position.pointee)) != 0 else { return nil }
        let value = strtol(position, &end, 10)
        guard let end, end.pointee == CChar(UInt8(ascii: ".")) else { return nil }
        position = UnsafePointer(end) + 1
        return value
    }
}

private func cString(_ text: StaticString) -> UnsafePointer<CChar> {
    // Sound: the bytes of a static string end with a NUL; only their signedness differs.
    UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}
