internal import Quantities

/// What takes room and belongs to nobody.
struct OrphanCheck: HealthCheck {
    static let name = "orphans"

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        guard let host = patient.host else { return [] }
        let orphans = try await Orphans.find(on: host.connection, uri: host.uri).found
        if orphans.isEmpty { return [.fine("everything that is kept belongs to somebody")] }
        let size = ByteCount.bytes(orphans.reduce(0) { $0 + $1.size.bytes })
        let many = orphans.count == 1 ? "one thing belongs" : "\(orphans.count) things belong"
        return [Diagnosis(.note, "\(many) to nobody", why: "room is taken: \(size)", remedy: "strata orphans")]
    }
}
