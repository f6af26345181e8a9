/// An amount of memory or storage, in bytes.
///
/// libvirt speaks of KiB in one place and bytes in another; every such number crosses into Swift as a `ByteCount`.
///
/// ```swift
/// let memory = ByteCount.mebibytes(512)
/// print(memory.kibibytes)             // 524288
/// print(ByteCount("2GiB")!)           // 2 GiB
/// ```
public struct ByteCount: Hashable, Comparable, Sendable {
    /// The amount in bytes.
    public var bytes: UInt64

    /// An amount of `bytes` bytes.
    public init(bytes: UInt64) { self.bytes = bytes }

    /// An amount of `count` bytes.
    public static func bytes(_ count: UInt64) -> ByteCount { ByteCount(bytes: count) }
    /// An amount of `count` KiB (1024 bytes); the largest amount where that does not fit.
    public static func kibibytes(_ count: UInt64) -> ByteCount { ByteCount(count, times: 1 << 10) }
    /// An amount of `count` MiB; the largest amount where that does not fit.
    public static func mebibytes(_ count: UInt64) -> ByteCount { ByteCount(count, times: 1 << 20) }
    /// An amount of `count` GiB; the largest amount where that does not fit.
    public static func gibibytes(_ count: UInt64) -> ByteCount { ByteCount(count, times: 1 << 30) }

    /// No bytes at all.
    public static let zero = ByteCount(bytes: 0)

    /// The whole KiB in this amount; what is left over is dropped.
    public var kibibytes: UInt64 { bytes >> 10 }
    /// The whole MiB in this amount; what is left over is dropped.
    public var mebibytes: UInt64 { bytes >> 20 }

    /// Whether `left` is the smaller amount.
    public static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }

    private init(_ count: UInt64, times unit: UInt64) {
        let (product, overflow) = count.multipliedReportingOverflow(by: unit)
        self.bytes = overflow ? .max : product
    }
}

extension ByteCount: LosslessStringConvertible {
    /// Reads `512MiB`, `2 GiB`, `1.5G`, `10kB` or a plain number of bytes.
    ///
    /// The letters mean what libvirt means by them: `K`, `KiB` = 1024, `KB` = 1000, and so on; case does not matter.
    /// - Returns: `nil` when the text is no amount, or one that does not fit 64 bits.
    public init?(_ description: String) {
        let digits = description.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let suffix = description.dropFirst(digits.count).drop { $0 == " " }
        guard let scale = ByteCount.scale(ofUnit: String(suffix)) else { return nil }
        if let whole = UInt64(digits) {
            let (product, overflow) = whole.multipliedReportingOverflow(by: scale)
            guard !overflow else { return nil }
            self.init(bytes: product)
        } else {
            guard digits.first != ".", let value = Double(digits) else { return nil }
            let product = value * Double(scale)
            guard product < Double(UInt64.max) else { return nil }
            self.init(bytes: UInt64(product))
        }
    }

    /// The amount in the largest unit that shows it with at most one decimal, such as `512 MiB` or `1.5 GiB`.
    public var description: String {
        for (name, shift) in [("EiB", 60), ("PiB", 50), ("TiB", 40), ("GiB", 30), ("MiB", 20), ("KiB", 10)]
        where bytes >> UInt64(shift) > 0 {
            let tenths = (Double(bytes) / Double(UInt64(1) << UInt64(shift)) * 10).rounded()
            let whole = UInt64(tenths) / 10, rest = UInt64(tenths) % 10
            return rest == 0 ? "\(whole) \(name)" : "\(whole).\(rest) \(name)"
        }
        return "\(bytes) B"
    }

    /// How many bytes libvirt's unit name stands for, such as 1024 for `KiB` and 1000 for `KB`; no name is bytes.
    ///
    /// - Returns: `nil` for a name that libvirt does not know.
    public static func scale(ofUnit unit: String) -> UInt64? {
        if unit == "KiB" { return 1 << 10 }  // What libvirt itself writes.
        let name = unit.lowercased()
        if name.isEmpty || name == "b" || name == "byte" || name == "bytes" { return 1 }
        guard let power = "kmgtpe".firstIndex(of: name.first ?? " ") else { return nil }
        let exponent = "kmgtpe".distance(from: "kmgtpe".startIndex, to: power) + 1
        switch name.dropFirst() {
        case "", "ib": return UInt64(1) << UInt64(10 * exponent)
        case "b": return (0..<exponent).reduce(1) { product, _ in product * 1000 }
        default: return nil
        }
    }
}

extension ByteCount: Codable {
    /// Decodes a plain number of bytes.
    public init(from decoder: any Decoder) throws {
        self.init(bytes: try decoder.singleValueContainer().decode(UInt64.self))
    }

    /// Encodes the plain number of bytes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(bytes)
    }
}
