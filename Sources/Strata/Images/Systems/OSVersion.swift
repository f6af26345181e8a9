/// A short id taken apart, such as `opensuse15.4` into `opensuse` and 15, 4.
struct OSVersion: Sendable {
    var system: String
    var numbers: [Int]

    /// `nil` for an id that does not end with a version.
    init?(_ shortID: String) {
        let key = OSVersion.key(shortID)
        let version = key.reversed().prefix { $0.isASCII && ($0.isNumber || $0 == ".") }.reversed()
        system = String(key.dropLast(version.count))
        let parts = version.split(separator: ".", omittingEmptySubsequences: false).map { Int(String($0)) }
        numbers = parts.compactMap(\.self)
        guard !system.isEmpty, !parts.contains(nil) else { return nil }
    }

    /// How ids are compared: `centos-stream9`, `CentOS-Stream9` and `centosstream9` are one.
    static func key(_ id: String) -> String { id.lowercased().filter { $0 != "-" } }

    /// Whether it is an earlier version of the same system.
    func isBefore(_ other: OSVersion) -> Bool {
        system == other.system && numbers.lexicographicallyPrecedes(other.numbers)
    }
}
