public import Quantities

extension ElementView {
    /// An amount with a unit, such as `<memory unit='GiB'>2</memory>`; without a unit it counts KiB.
    ///
    /// Writing keeps the unit that stands there when the new amount is a whole number of it; otherwise the largest unit
    /// that fits takes its place.
    public subscript(amount path: String) -> ByteCount? {
        get {
            guard let count = self[path].flatMap({ UInt64($0.trimmed) }),
                let scale = ByteCount.scale(ofUnit: self[path + "/@unit"] ?? "KiB")
            else { return nil }
            let (bytes, overflow) = count.multipliedReportingOverflow(by: scale)
            return overflow ? nil : ByteCount(bytes: bytes)
        }
        set {
            guard let newValue else { return self[path] = nil }
            guard self[amount: path] != newValue else { return }
            let unit = self[path + "/@unit"]
            let scale = ByteCount.scale(ofUnit: unit ?? "KiB") ?? 1
            if newValue.bytes.isMultiple(of: scale), unit != nil || self[path] != nil {
                self[path] = String(newValue.bytes / scale)
            } else {
                let (name, scale) = ElementViewUnits.largest(for: newValue)
                self[path] = String(newValue.bytes / scale)
                self[path + "/@unit"] = name
            }
        }
    }
}

private enum ElementViewUnits {
    static func largest(for amount: ByteCount) -> (name: String, scale: UInt64) {
        let units: [(String, UInt64)] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
        return units.first { amount.bytes.isMultiple(of: $0.1) } ?? ("bytes", 1)
    }
}
