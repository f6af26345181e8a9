internal import CLibvirt

/// A set of processors, by number.
public struct CPUMap: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// The numbers in the set.
    public var numbers: Set<Int>

    /// A set of those numbers.
    public init(_ numbers: some Sequence<Int>) { self.numbers = Set(numbers) }

    /// A set of those numbers.
    public init(arrayLiteral elements: Int...) { self.init(elements) }

    /// Reads libvirt's bit map: bit n of byte n / 8 stands for processor n.
    init(bytes: some Collection<UInt8>) {
        numbers = Set(
            bytes.enumerated().flatMap { index, byte in (0..<8).filter { byte >> $0 & 1 == 1 }.map { index * 8 + $0 } })
    }

    /// libvirt's bit map for a host or guest with `count` processors.
    func bytes(for count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Int(shim_cpu_map_length(Int32(count))))
        for number in numbers where number >= 0 && number < count { bytes[number / 8] |= 1 << (number % 8) }
        return bytes
    }
}

extension CPUMap: CustomStringConvertible {
    /// The set as libvirt writes it in XML, such as `0-3,8`.
    public var description: String {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers.sorted() {
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
