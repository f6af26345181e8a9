internal import Glibc
internal import Libvirt
internal import Quantities

/// Whether there is room for what guests write.
struct SpaceCheck: HealthCheck {
    static let name = "space"

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        var places: [(name: String, capacity: ByteCount, free: ByteCount)] = []
        if let host = patient.host, let pools = try await supported({ try await host.connection.storagePools() }) {
            for pool in pools where try await pool.isActive {
                let info = try await pool.info()
                places.append(("storage pool '\(pool.name)'", info.capacity, info.available))
            }
        }
        if patient.isOnThisHost { places += [Self.stateFolder].compactMap(\.self) }
        let tight = places.filter { Self.isTight(capacity: $0.capacity, free: $0.free) }
        if tight.isEmpty {
            let least = places.map(\.free).min()
            return least.map { [.fine("there is room everywhere, \($0) and more")] } ?? []
        }
        return tight.map { place in
            Diagnosis(
                place.free < .mebibytes(100) ? .problem : .note,
                "\(place.name) has \(place.free) left of \(place.capacity)",
                why: "a guest is paused when it writes and there is no room",
                remedy: "strata orphans and strata image list show what may go")
        }
    }

    /// Less than a twentieth, and less than most guests write in a day.
    static func isTight(capacity: ByteCount, free: ByteCount) -> Bool {
        capacity > .zero && free < .gibibytes(5) && free.bytes < capacity.bytes / 20
    }

    private static var stateFolder: (name: String, capacity: ByteCount, free: ByteCount)? {
        var system = statvfs()
        guard statvfs(StateFolder.path, &system) == 0 else { return nil }
        let block = UInt64(system.f_frsize)
        return (
            StateFolder.path, .bytes(UInt64(system.f_blocks) * block), .bytes(UInt64(system.f_bavail) * block)
        )
    }
}
