extension OSDatabase {
    /// The record with all that it has from its ancestors.
    func profile(of record: OSRecord, architecture: String) -> OSProfile {
        let lineage = lineage(of: record)
        let devices = Self.supported(lineage.map(\.devices), architecture: architecture)
        let resources = lineage.map { self.resources(of: $0, architecture: architecture) }
        return OSProfile(
            id: record.id, shortID: record.shortIDs.first ?? record.id, name: record.name, version: record.version,
            family: record.family, released: record.released, endOfLife: record.endOfLife,
            minimum: resources.reduce(OSResources()) { $0.completed(by: $1.minimum) },
            recommended: resources.reduce(OSResources()) { $0.completed(by: $1.recommended) },
            devices: Set(devices.compactMap { device($0) }).sorted(),
            firmware: firmware(of: lineage, architecture: architecture),
            hasCloudImages: record.hasCloudImages,
            cloudImageUser: lineage.lazy.compactMap(\.cloudImageUser).first)
    }

    /// The record and its ancestors, nearest first, each once.
    private func lineage(of record: OSRecord) -> [OSRecord] {
        var lineage = [record]
        var next = 0
        while next < lineage.count {
            for id in lineage[next].ancestors where !lineage.contains(where: { $0.id == id }) {
                if let ancestor = self.record(of: id) { lineage.append(ancestor) }
            }
            next += 1
        }
        return lineage
    }

    /// What the nearest of the lineage that speaks of it supports.
    private static func supported(_ lineage: [[OSRecord.Support]], architecture: String) -> Set<String> {
        var verdicts: [String: Bool] = [:]
        for statement in lineage.joined() where statement.applies(to: architecture) {
            if verdicts[statement.name] == nil { verdicts[statement.name] = statement.isSupported }
        }
        return Set(verdicts.filter(\.value).keys)
    }

    /// The BIOS is there unless it is denied; UEFI only where it is said.
    private func firmware(of lineage: [OSRecord], architecture: String) -> [OSFirmware] {
        let plain = [OSRecord.Support(name: "bios", architecture: nil, isSupported: true)]
        let supported = Self.supported(lineage.map(\.firmware) + [plain], architecture: architecture)
        return (supported.contains("bios") ? [.bios] : [])
            + (supported.contains { $0.hasPrefix("efi") } ? [.uefi] : [])
    }

    private func resources(of record: OSRecord, architecture: String) -> OSRecord.Resources {
        let matching = [architecture, "all"].compactMap { name in
            record.resources.first { $0.architecture == name }
        }
        let none = OSRecord.Resources(architecture: architecture, minimum: OSResources(), recommended: OSResources())
        return matching.reduce(none) { found, next in
            OSRecord.Resources(
                architecture: architecture, minimum: found.minimum.completed(by: next.minimum),
                recommended: found.recommended.completed(by: next.recommended))
        }
    }
}
