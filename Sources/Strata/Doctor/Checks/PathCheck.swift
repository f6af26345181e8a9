internal import Glibc
internal import LibvirtXML
internal import StrataLayers

/// Whether the hypervisor's user finds the way to everything that guests are made of.
struct PathCheck: HealthCheck {
    static let name = "paths"

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        guard let host = patient.host, patient.mode == .system, let user = HypervisorUser.find() else { return [] }
        let storage = try await HostStorage.read(host.connection, uri: host.uri)
        var places: [(path: String, whose: String)] = [(ImageStore().folder, "the image store")]
        places += storage.volumes.values.map { (DefinitionFolder.parent(of: $0.path), "storage pool '\($0.pool)'") }
        for guest in storage.guests {
            places += guest.files.filter { $0.role != .log && $0.role != .nvram && $0.path.hasPrefix("/") }
                .map { (DefinitionFolder.parent(of: $0.path), "guest '\(guest.name)'") }
        }
        var closed: [String: Set<String>] = [:]
        for place in places {
            if let folder = user.closedFolder(onTheWayTo: place.path) {
                closed[folder, default: []].insert(place.whose)
            }
        }
        if closed.isEmpty { return [.fine("user '\(user.name)' finds the way to all disks and images")] }
        return closed.sorted { $0.key < $1.key }.map { folder, whose in
            Diagnosis(
                .problem, "\(folder) cannot be searched by user '\(user.name)', as whom guests run",
                why: "QEMU cannot open what is below it: \(whose.sorted().joined(separator: ", "))",
                remedy: access("/usr/bin/setfacl", X_OK) == 0
                    ? "setfacl -m u:\(user.name):x \(folder)" : "chmod o+x \(folder)")
        }
    }
}
