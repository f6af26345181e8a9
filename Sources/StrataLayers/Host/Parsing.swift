extension StringProtocol {
    /// The text without white space and NULs around it.
    var trimmed: String {
        let scalars = String(self).unicodeScalars
        let isInk = { (scalar: Unicode.Scalar) in !scalar.properties.isWhitespace && scalar != "\0" }
        guard let first = scalars.firstIndex(where: isInk), let last = scalars.lastIndex(where: isInk)
        else { return "" }
        return String(scalars[first...last])
    }

    /// The words of the text, split at white space.
    var words: [String] { split { $0.isWhitespace }.map { String($0) } }
}

/// The `key : value` lines of a file such as `/proc/meminfo`; the first one of a key counts.
struct KeyedLines {
    private let values: [Substring: Substring]

    /// Reads the lines of `text` up to the first empty one, where `stopsAtBlankLine` says so.
    init(_ text: String, separator: Character = ":", stopsAtBlankLine: Bool = false) {
        var values: [Substring: Substring] = [:]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if stopsAtBlankLine && !values.isEmpty && line.allSatisfy(\.isWhitespace) { break }
            guard let end = line.firstIndex(of: separator) else { continue }
            let key = line[..<end].trimmed[...]
            if values[key] == nil { values[key] = line[line.index(after: end)...] }
        }
        self.values = values
    }

    /// The value of `key` without white space around it; `nil` when there is none or it is empty.
    subscript(key: String) -> String? {
        guard let value = values[key[...]]?.trimmed, !value.isEmpty else { return nil }
        return value
    }
}

/// A list of numbers as the kernel writes it, such as `0-3,8`.
struct NumberList {
    /// More processors than any kernel is built for; a longer list is cut here.
    static let limit = 16_384

    /// The numbers in rising order, each once.
    let numbers: [Int]

    init?(_ text: String) {
        var numbers: Set<Int> = []
        for part in text.trimmed.split(separator: ",") {
            let bounds = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0.trimmed) }
            guard let first = bounds.first.flatMap({ $0 }), let last = bounds.last.flatMap({ $0 }),
                bounds.count <= 2, first >= 0, last >= first, last < Self.limit
            else { return nil }
            numbers.formUnion(first...last)
        }
        guard !numbers.isEmpty else { return nil }
        self.numbers = numbers.sorted()
    }
}
