internal import Libvirt
internal import StrataLayers

/// Whether libvirt's default storage pool is there, and all pools are on.
struct PoolCheck: HealthCheck {
    static let name = "pool"

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        guard let host = patient.host, let pools = try await supported({ try await host.connection.storagePools() })
        else { return [] }
        var found: [Diagnosis] = []
        for pool in pools where try await !pool.isActive {
            found.append(
                Diagnosis(
                    .problem, "storage pool '\(pool.name)' is off", why: "guests with disks in it do not start",
                    remedy: "virsh pool-start \(pool.name)"
                ) { try await pool.start() })
        }
        if !pools.contains(where: { $0.name == GuestSpec.usualPool }) {
            found.append(try await missing(patient, host))
        } else if found.isEmpty {
            found.append(.fine("storage pool '\(GuestSpec.usualPool)' and \(pools.count - 1) more are on"))
        }
        return found
    }

    private func missing(_ patient: Patient, _ host: HostConnection) async throws -> Diagnosis {
        let folder = try await VolumeFolder.find(GuestSpec.usualPool, on: host.connection, patient.mode)
        return Diagnosis(
            .note, "there is no storage pool '\(folder.pool)'",
            why: "new disks are made in it; strata makes it when it needs one",
            remedy: "virsh pool-define-as \(folder.pool) dir --target \(folder.path)"
        ) { try await folder.prepare(on: host.connection) }
    }
}
