/// What a list shows of one operating system.
public struct OSSummary: Codable, Hashable, Sendable {
    /// What it is called on a command line.
    public var id: String
    /// Its name.
    public var name: String
    /// Its version.
    public var version: String?
    /// Its family, such as `linux` or `winnt`.
    public var family: String?
    /// The day on which it came out.
    public var released: String?
    /// The day on which its makers stop caring for it.
    public var endOfLife: String?
}

extension OSDatabase {
    /// All systems of the database, by id, versions in their order.
    ///
    /// - Parameter pattern: Only those whose short ids, name or distribution contain it, in any case.
    /// - Returns: What a list shows of each.
    public func systems(matching pattern: String? = nil) -> [OSSummary] {
        let wanted = pattern?.lowercased()
        let records = systemPlaces.compactMap { record(at: $0) }.filter { record in
            guard let wanted else { return true }
            let words = record.shortIDs + [record.name, record.distribution, record.codename].compactMap(\.self)
            return words.contains { $0.lowercased().contains(wanted) }
        }
        return records.map(OSSummary.init).sorted(by: OSSummary.isInOrder)
    }
}

extension OSSummary {
    init(_ record: OSRecord) {
        self.init(
            id: record.shortIDs.first ?? record.id, name: record.name, version: record.version, family: record.family,
            released: record.released, endOfLife: record.endOfLife)
    }

    fileprivate static func isInOrder(_ left: OSSummary, _ right: OSSummary) -> Bool {
        guard let first = OSVersion(left.id), let second = OSVersion(right.id), first.system == second.system else {
            return left.id < right.id
        }
        return first.isBefore(second)
    }
}
