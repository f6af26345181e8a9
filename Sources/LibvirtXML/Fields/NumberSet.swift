/// A set of processors or NUMA nodes by number, written such as `0-3,8,^2`.
public struct NumberSet: FieldValue, ExpressibleByArrayLiteral {
    /// The numbers, each once, in order.
    public let numbers: [Int]

    /// The set of `numbers`.
    public init(_ numbers: some Sequence<Int>) { self.numbers = Set(numbers).sorted() }

    /// The set of the numbers in the list.
    public init(arrayLiteral numbers: Int...) { self.init(numbers) }

    /// Reads `0-3,8,^2`: ranges, single numbers, and behind `^` what is taken out again.
    public init?(text: String) {
        var found: Set<Int> = []
        for part in text.split(separator: ",") {
            let word = String(part).trimmed
            let isExcluded = word.hasPrefix("^")
            guard let range = NumberSet.range(isExcluded ? String(word.dropFirst()) : word) else { return nil }
            if isExcluded { found.subtract(range) } else { found.formUnion(range) }
        }
        self.init(found)
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int(String($0).trimmed) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2 else { return nil }
        // As many as any machine has, so that a slip of the pen does not fill the memory.
        guard first >= 0, first <= last, last < 1 << 16 else { return nil }
        return first...last
    }

    /// The numbers as ranges, such as `0-1,3,8`.
    public var text: String {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ",")
    }
}
