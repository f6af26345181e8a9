internal import FoundationEssentials
public import Libvirt
public import Quantities

/// What a list shows of one guest.
public struct GuestSummary: Codable, Hashable, Sendable {
    /// Its number while it runs.
    public var id: Int?
    /// Its name.
    public var name: String
    /// Its UUID, in lower case.
    public var uuid: String
    /// Its state in words, such as `running` or `shut off`.
    public var state: String
    /// Its virtual processors.
    public var vcpus: Int?
    /// Its memory in bytes.
    public var memory: ByteCount?
}

/// The guests of a connection at a glance.
public enum GuestList {
    /// Which guests to list.
    public enum Which: Sendable {
        /// Running or suspended ones.
        case active
        /// Shut off ones.
        case inactive
        /// All of them.
        case all
    }

    /// Reads all guests with one call, however many there are: running ones by number, then the others by name.
    ///
    /// Never waits for a guest that is busy.
    public static func read(
        _ connection: ReadOnlyConnection, which: Which = .all
    ) async throws -> [GuestSummary] {
        let filter: DomainStatsOptions =
            switch which {
            case .active: [.active]
            case .inactive: [.inactive]
            case .all: []
            }
        let statistics = try await connection.domainStatistics([.state, .balloon, .vcpu], [filter, .noWait])
        return statistics.map(GuestSummary.init).sorted()
    }
}

extension GuestSummary: Comparable {
    /// Running guests come first, by number; then the others by name.
    public static func < (left: GuestSummary, right: GuestSummary) -> Bool {
        let (leftID, rightID) = (left.id ?? .max, right.id ?? .max)
        return leftID == rightID ? left.name < right.name : leftID < rightID
    }

    init(_ statistics: DomainStatistics<ReadOnly>) {
        let domain = statistics.domain
        self.init(
            id: domain.id.map(Int.init), name: domain.name, uuid: domain.uuid.uuidString.lowercased(),
            state: statistics.condition?.state.description ?? "unknown", vcpus: statistics.virtualCPUs,
            memory: statistics.memory.current ?? statistics.memory.maximum)
    }
}
