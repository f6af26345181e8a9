internal import LibvirtXML

extension OSDatabase {
    /// The profile of an operating system.
    ///
    /// A release that is newer than the database is given the profile of the last one before it, and
    /// ``OSProfile/standsInFor`` tells so: what a system can drive, its successor can.
    ///
    /// - Parameters:
    ///   - id: A short id such as `debian11`, in any case, or the database's whole id.
    ///   - architecture: The machine's, for resources and firmware.
    /// - Returns: What is known of it, with what it has from its ancestors.
    /// - Throws: ``Failure`` with kind `missingFile` when there is no such system; the hint names near ones.
    public func profile(_ id: String, architecture: String = "x86_64") throws -> OSProfile {
        if let profile = profile(of: id, in: systemPlaces, architecture) { return profile }
        let near = nearIDs(to: id).joined(separator: ", ")
        throw Failure(
            .missingFile, "operating system '\(id)'", "the osinfo database has none of that name",
            hint: near.isEmpty ? "strata os list" : "near names: \(near); strata os list has them all")
    }

    /// The profile of a system that may be none at all: only files are read whose places begin as the id does.
    func profile(ofGuess id: String, architecture: String) -> OSProfile? {
        let beginning = OSVersion.key(id).prefix(3)
        let places = systemPlaces.filter { place in
            place.split(separator: "/").dropFirst().contains { OSVersion.key(String($0)).hasPrefix(beginning) }
        }
        return profile(of: id, in: places, architecture)
    }

    private func profile(of id: String, in places: [String], _ architecture: String) -> OSProfile? {
        if let record = record(of: id, in: places) { return profile(of: record, architecture: architecture) }
        guard let last = lastRelease(before: id, in: places) else { return nil }
        var profile = profile(of: last, architecture: architecture)
        profile.standsInFor = id
        return profile
    }

    /// The record of a system by either of its ids.
    func record(of id: String) -> OSRecord? { record(of: id, in: systemPlaces) }

    /// First by what its file must be called, at last by reading all files.
    private func record(of id: String, in systemPlaces: [String]) -> OSRecord? {
        if id.contains("://") { return place("os", of: id).flatMap { record(at: $0 + ".xml") } }
        let key = OSVersion.key(id)
        func isMeant(_ record: OSRecord) -> Bool { record.shortIDs.contains { OSVersion.key($0) == key } }
        for place in systemPlaces where OSVersion.key(Self.stem(of: place)) == key {
            if let record = record(at: place), isMeant(record) { return record }
        }
        return systemPlaces.lazy.filter { mentions(id, at: $0) }.compactMap { record(at: $0) }.first(where: isMeant)
    }

    /// Whether the file has the id as a short id, seen without taking it apart.
    private func mentions(_ id: String, at place: String) -> Bool {
        guard let path = files[place], let bytes = FileBytes.read(path) else { return false }
        return bytes.contains("<short-id>\(id.lowercased())</short-id>")
    }

    private func lastRelease(before id: String, in systemPlaces: [String]) -> OSRecord? {
        guard let wanted = OSVersion(id) else { return nil }
        let earlier = systemPlaces.compactMap { place in
            OSVersion(Self.stem(of: place)).flatMap { $0.isBefore(wanted) ? (place: place, version: $0) : nil }
        }
        return earlier.max { $0.version.isBefore($1.version) }.flatMap { record(at: $0.place) }
    }

    private func nearIDs(to id: String) -> [String] {
        let key = OSVersion.key(id)
        let ranked = systemPlaces.map(Self.stem).map { (id: $0, distance: Spelling.distance(OSVersion.key($0), key)) }
        let near = ranked.filter { $0.distance <= max(2, key.count / 4) }.sorted { $0.distance < $1.distance }
        return near.prefix(3).compactMap { entry in
            systemPlaces.first { Self.stem(of: $0) == entry.id }.flatMap { record(at: $0) }?.shortIDs.first
        }
    }

    /// The name of a file without folder and ending.
    private static func stem(of place: String) -> String {
        String(place.dropLast(".xml".count).split(separator: "/").last ?? "")
    }
}
