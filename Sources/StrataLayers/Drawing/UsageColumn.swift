internal import Quantities

/// A column of a ``UsagePicture``, and what it sorts guests by.
public enum UsageColumn: String, CaseIterable, Codable, Sendable {
    /// The guest's name.
    case name
    /// All of its processor time.
    case cpu
    /// What its code used.
    case code
    /// What the VMM used for it.
    case vmm
    /// What the host's kernel used for it.
    case kernel
    /// How long its virtual processors were ready and had no processor.
    case wait
    /// What it holds of the host's memory.
    case memory
    /// What its own system needs of its memory.
    case used
    /// What it read from its disks.
    case read
    /// What it wrote to its disks.
    case write
    /// What it received from its networks.
    case received
    /// What it sent to its networks.
    case sent

    /// The word at the column's head.
    var heading: String {
        switch self {
        case .name: "GUEST"
        case .cpu: "CPU%"
        case .code: "CODE%"
        case .vmm: "VMM%"
        case .kernel: "KERN%"
        case .wait: "WAIT%"
        case .memory: "MEMORY"
        case .used: "USED"
        case .read: "READ/S"
        case .write: "WRITE/S"
        case .received: "IN/S"
        case .sent: "OUT/S"
        }
    }

    /// How wide it is; the name takes what is left.
    var width: Int {
        switch self {
        case .name: 18
        case .cpu, .code, .vmm, .kernel, .wait: 6
        default: 7
        }
    }

    /// The number that it shows of a guest; `nil` for the name, and where it is not known.
    func value(of guest: GuestUsage) -> Double? {
        switch self {
        case .name: nil
        case .cpu: guest.cpu?.total
        case .code: guest.cpu?.guest
        case .vmm: guest.cpu?.vmm
        case .kernel: guest.cpu?.kernel
        case .wait: guest.cpu?.waiting
        case .memory: guest.memory.resident.map { Double($0.bytes) }
        case .used: guest.memory.usedInside.map { Double($0.bytes) }
        case .read: guest.knowsDisks ? guest.disks.reduce(0) { $0 + $1.bytesRead } : nil
        case .write: guest.knowsDisks ? guest.disks.reduce(0) { $0 + $1.bytesWritten } : nil
        case .received: guest.cpu == nil ? nil : guest.interfaces.reduce(0) { $0 + $1.bytesReceived }
        case .sent: guest.cpu == nil ? nil : guest.interfaces.reduce(0) { $0 + $1.bytesSent }
        }
    }

    /// The number as it stands in the column; `n/a` where it is not known.
    func text(of guest: GuestUsage) -> String {
        guard let value = value(of: guest) else { return "n/a" }
        switch self {
        case .cpu, .code, .vmm, .kernel, .wait: return CompactNumber.tenths(value * 100)
        default: return CompactNumber.bytes(value)
        }
    }

    /// The guests in this column's order: the largest first, names from A; what is not known comes last.
    public func sorted(_ guests: [GuestUsage], reversed: Bool = false) -> [GuestUsage] {
        guard self != .name else {
            return guests.sorted { reversed ? $0.name > $1.name : $0.name < $1.name }
        }
        let keyed = guests.map { (guest: $0, value: value(of: $0)) }
        return keyed.sorted { left, right in
            switch (left.value, right.value) {
            case (let left?, let right?) where left != right: reversed ? left < right : left > right
            case (.some, nil): true
            case (nil, .some): false
            default: left.guest.name < right.guest.name
            }
        }.map(\.guest)
    }
}

extension GuestUsage {
    /// Disks that nobody could ask about did not stand still for that.
    fileprivate var knowsDisks: Bool { cpu != nil && unavailable["disks"] == nil }
}

/// Numbers in few columns.
enum CompactNumber {
    /// `98.1`, and `1234` from a thousand on.
    static func tenths(_ value: Double) -> String {
        let tenths = Int64((max(value, 0) * 10).rounded())
        return tenths >= 10_000 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// `0.07`, `12.50`.
    static func hundredths(_ value: Double) -> String {
        let hundredths = Int64((max(value, 0) * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// `340M`, `1.2G`, `0`.
    static func bytes(_ value: Double) -> String {
        let bytes = max(value, 0)
        for (unit, size) in [("T", 0x1p40), ("G", 0x1p30), ("M", 0x1p20), ("K", 0x1p10)] where bytes >= size {
            let amount = bytes / size
            return (amount < 9.95 ? tenths(amount) : "\(Int64(amount.rounded()))") + unit
        }
        return "\(Int64(bytes.rounded()))"
    }
}
