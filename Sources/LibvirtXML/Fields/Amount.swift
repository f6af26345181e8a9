public import Quantities

/// An amount of memory or storage: a number, and often an attribute with its unit.
public struct Amount: ElementField {
    /// A unit as libvirt writes it.
    public enum Unit: String, Sendable {
        /// 1 byte.
        case bytes
        /// 1024 bytes.
        case kibibytes = "KiB"
        /// 1024 KiB.
        case mebibytes = "MiB"

        var scale: UInt64 { ByteCount.scale(ofUnit: rawValue) ?? 1 }
    }

    /// Where the number stands below the element of the view.
    public let path: String
    let standard: Unit
    let unitPath: String?

    /// A number with a unit, such as `<memory unit='GiB'>2</memory>`.
    ///
    /// - Parameters:
    ///   - path: Where the number stands; the unit is an attribute of the same element.
    ///   - standard: What is counted when no unit is there.
    ///   - unit: The name of that attribute.
    public init(_ path: String, _ standard: Unit = .kibibytes, unit: String = "unit") {
        (self.path, self.standard) = (path, standard)
        let element = ValuePath(path).elements
        unitPath = element.isEmpty ? "@" + unit : element + "/@" + unit
    }

    /// A number that always counts the same unit.
    ///
    /// - Parameters:
    ///   - path: Where the number stands.
    ///   - unit: What it counts.
    public init(_ path: String, always unit: Unit) { (self.path, standard, unitPath) = (path, unit, nil) }

    /// What the document says.
    public func value(in view: some ElementView) -> ByteCount? {
        let unit = unitPath.flatMap { view[$0] } ?? standard.rawValue
        guard let count = view[path].flatMap({ UInt64($0.trimmed) }), let scale = ByteCount.scale(ofUnit: unit) else {
            return nil
        }
        let (bytes, overflow) = count.multipliedReportingOverflow(by: scale)
        return overflow ? nil : ByteCount(bytes: bytes)
    }

    /// Makes the document say it.
    ///
    /// The unit that stands there is kept when the amount is a whole number of it; otherwise the largest unit that fits
    /// takes its place. Where there is no room for a unit, what is left over is dropped.
    public func set(_ value: ByteCount?, in view: inout some ElementView) {
        guard self.value(in: view) != value || value == nil else { return }
        guard let value, let unitPath else {
            if let unitPath, path.contains("@") { view[unitPath] = nil }
            return view[path] = value.map { String($0.bytes / standard.scale) }
        }
        let unit = view[unitPath]
        let scale = ByteCount.scale(ofUnit: unit ?? standard.rawValue) ?? 1
        if value.bytes.isMultiple(of: scale), unit != nil || view[path] != nil {
            view[path] = String(value.bytes / scale)
        } else {
            let (name, scale) = Amount.largestUnit(for: value)
            view[path] = String(value.bytes / scale)
            view[unitPath] = name
        }
    }

    private static func largestUnit(for amount: ByteCount) -> (name: String, scale: UInt64) {
        let units: [(String, UInt64)] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
        return units.first { amount.bytes.isMultiple(of: $0.1) } ?? ("bytes", 1)
    }
}

/// A time that is written as a whole number of one unit.
public struct Time: ElementField {
    /// What the number counts.
    public enum Unit: Int64, Sendable {
        /// Thousandths of a thousandth of a second.
        case microseconds = 1
        /// Thousandths of a second.
        case milliseconds = 1000
        /// Seconds.
        case seconds = 1_000_000
    }

    /// Where the number stands below the element of the view.
    public let path: String
    let unit: Unit

    /// The number at `path`.
    public init(_ path: String, _ unit: Unit) { (self.path, self.unit) = (path, unit) }

    /// What the document says.
    public func value(in view: some ElementView) -> Duration? {
        guard let count = view[path].flatMap({ Int64($0.trimmed) }) else { return nil }
        let (microseconds, overflow) = count.multipliedReportingOverflow(by: unit.rawValue)
        return overflow ? nil : .microseconds(microseconds)
    }

    /// Makes the document say it; what is left over of the unit is dropped.
    public func set(_ value: Duration?, in view: inout some ElementView) {
        view[path] = value.map { String(($0 / .microseconds(1) / Double(unit.rawValue)).rounded(.towardZero).whole) }
    }
}

extension Double {
    fileprivate var whole: Int64 { Int64(exactly: self) ?? (self < 0 ? .min : .max) }
}
