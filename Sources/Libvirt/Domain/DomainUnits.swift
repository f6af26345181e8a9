internal import CLibvirt

extension Duration {
    /// The time in whole seconds; a started second counts.
    var wholeSeconds: Int64 {
        let (seconds, rest) = components
        return rest > 0 ? seconds + 1 : seconds
    }

    /// The time in whole milliseconds; a started millisecond counts.
    var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, rest) = attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000_000_000)
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        return overflow ? (seconds < 0 ? .min : .max) : product + whole + (rest > 0 ? 1 : 0)
    }
}

/// A number in the type that libvirt takes, refusing one that does not fit instead of cutting it.
func checkedNumber<Number: FixedWidthInteger>(
    _ value: some BinaryInteger, _ what: StaticString, as type: Number.Type = Number.self
) throws -> Number {
    guard let number = Number(exactly: value) else {
        throw LibvirtError(code: .invalidArgument, message: "\(what) \(value) is out of range")
    }
    return number
}

extension CPUMap {
    /// libvirt's protocol carries maps of at most 2048 bytes.
    private static let limit = 2048 * 8

    /// The numbers in a list as libvirt and the guest agent write it, such as `0-3,8`; what is none is left out.
    init(list: String) {
        self.init(
            list.split(separator: ",").flatMap { range -> [Int] in
                let ends = range.split(separator: "-").compactMap { Int($0) }
                guard let first = ends.first, let last = ends.last, first <= last, last < CPUMap.limit
                else { return [] }
                return Array(first...last)
            })
    }

    /// libvirt's bit map, just long enough for the highest number.
    ///
    /// - Throws: ``LibvirtError`` for an empty set, and for a number that no host has.
    func checkedBytes() throws -> [UInt8] {
        guard let first = numbers.min(), let last = numbers.max() else {
            throw LibvirtError(code: .invalidArgument, message: "the set of processors is empty")
        }
        guard first >= 0, last < CPUMap.limit else {
            throw LibvirtError(code: .invalidArgument, message: "processors \(self) are out of range")
        }
        return bytes(for: last + 1)
    }

    /// Lends libvirt's bit map and its length.
    func withCheckedBytes<Result>(_ body: (UnsafeMutablePointer<UInt8>?, Int32) throws -> Result) throws -> Result {
        var bytes = try checkedBytes()
        return try bytes.withUnsafeMutableBufferPointer { try body($0.baseAddress, Int32($0.count)) }
    }
}

/// How many processors the host of a domain has, online or not.
func hostProcessorCount(of domain: OpaquePointer) throws -> Int {
    // Borrowed: the connection lives as long as the domain.
    let connection = virDomainGetConnect(domain)
    return Int(try check(virNodeGetCPUMap(connection, nil, nil, 0), "virNodeGetCPUMap", DomainKind.describe(domain)))
}
