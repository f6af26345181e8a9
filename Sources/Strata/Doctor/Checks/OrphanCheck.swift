internal import Quantities

/// What takes room and belongs to nobody.
struct OrphanCheck: HealthCheck {
    static let name = "orphans"

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        guard let host = patient.host else { return [] }
        let orphans = try await Orphans.find(on: host.connection, uri: host.uri).found
        if orphans.isEmpty { return [.fine("everything that is kept belongs to somebody")] }
        let size = ByteCount.bytes(orphans.reduce(0) { $0 + $1.size.bytes })
        return [
            Diagnosis(
                .note,
                "\(orphans.count == 1 ? "one thing" : "\(orphans.count) things") of \(size) in all belong to no guest",
                why: "they take room", remedy: "strata orphans")
        ]
    }
}
