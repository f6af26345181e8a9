/// Statistics of one of several parts, which libvirt numbers in the names of the values: `block.3.name`.
protocol NumberedStatistics {
    init(number: Int)

    /// libvirt's number of the part.
    var number: Int { get }

    /// Takes a value over whose name goes on with `key`; answers whether it knows it.
    mutating func take(_ key: StatisticsKey, _ value: TypedValue) -> Bool
}

extension Array where Element: NumberedStatistics {
    /// Takes over a value whose name goes on with the number of a part.
    ///
    /// The numbers may have gaps: processors and I/O threads that are gone leave some.
    mutating func take(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        var key = key
        guard let number = key.number() else { return false }
        if let index = last?.number == number ? count - 1 : firstIndex(where: { $0.number == number }) {
            return self[index].take(key, value)
        }
        var element = Element(number: number)
        guard element.take(key, value) else { return false }
        append(element)
        return true
    }
}
