public import Quantities

/// An amount of one resource that passes from one layer to the next.
public struct ResourceUse: Codable, Sendable, Equatable {
    /// The kinds of resources that pass between layers.
    public enum Resource: String, Codable, Sendable, CaseIterable {
        /// Time of logical processors.
        case processor
        /// Memory.
        case memory
        /// Swap space, where memory goes that does not fit.
        case swap
        /// Block storage.
        case storage
        /// Ways to a network.
        case network
        /// Whole machines, real or virtual.
        case machine
        /// A device or device file.
        case device
        /// A service, such as confinement or user directories.
        case service
    }

    /// What ``ResourceUse/amount`` counts.
    public enum Unit: String, Codable, Sendable {
        /// Pieces: processors, adapters, guests.
        case count
        /// Bytes.
        case bytes
    }

    /// Which resource it is.
    public var resource: Resource
    /// How much of it, when it can be counted.
    public var amount: UInt64?
    /// What ``amount`` counts.
    public var unit: Unit?
    /// What is to be known besides the amount, such as a name or a restriction.
    public var detail: String?

    /// A number of pieces.
    public static func count(_ count: Int, of resource: Resource, _ detail: String? = nil) -> ResourceUse {
        ResourceUse(resource: resource, amount: UInt64(clamping: count), unit: .count, detail: detail)
    }

    /// An amount of bytes.
    public static func bytes(_ bytes: ByteCount, of resource: Resource, _ detail: String? = nil) -> ResourceUse {
        ResourceUse(resource: resource, amount: bytes.bytes, unit: .bytes, detail: detail)
    }

    /// Something that is there or not, and has no amount.
    public static func named(_ detail: String, _ resource: Resource) -> ResourceUse {
        ResourceUse(resource: resource, amount: nil, unit: nil, detail: detail)
    }

    /// The use in a few words, such as `4 processors` or `23.5 GiB memory`.
    public var summary: String {
        guard let amount else { return detail ?? resource.rawValue }
        let quantity: String
        switch unit {
        case .bytes: quantity = "\(ByteCount(bytes: amount)) \(resource.rawValue)"
        case .count, nil: quantity = "\(amount) \(resource.noun(plural: amount != 1))"
        }
        return detail.map { "\(quantity) \($0)" } ?? quantity
    }
}

extension ResourceUse.Resource {
    /// How pieces of this resource are called.
    fileprivate func noun(plural: Bool) -> String {
        let singular =
            switch self {
            case .network: "network adapter"
            case .storage: "disk"
            case .machine: "guest"
            case .processor, .memory, .swap, .device, .service: rawValue
            }
        return plural ? singular + "s" : singular
    }
}
