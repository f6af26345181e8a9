internal import Libvirt
internal import StrataLayers

/// Whether libvirt's default storage pool is there, and all pools are on.
struct PoolCheck: HealthCheck {
    static let name = "pool"

    private static let folder = "/var/lib/libvirt/images"
    private static let why = "new disks are made in it"

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
        if !pools.contains(where: { $0.name == "default" }) {
            found.append(missing(patient, host))
        } else if found.isEmpty {
            found.append(.fine("storage pool 'default' and \(pools.count - 1) more are on"))
        }
        return found
    }

    private func missing(_ patient: Patient, _ host: HostConnection) -> Diagnosis {
        let fix: @Sendable () async throws -> Void = {
            _ = try await host.connection.defineStoragePool(
                "<pool type='dir'><name>default</name><target><path>\(Self.folder)</path></target></pool>")
            try await host.connection.activate(DefinedName(.pool, "default"))
        }
        return Diagnosis(
            .note, "there is no storage pool 'default'", why: Self.why + "; strata makes it when it needs one",
            remedy: "virsh pool-define-as default dir --target \(Self.folder) && virsh pool-build default "
                + "&& virsh pool-start default && virsh pool-autostart default",
            fix: patient.mode == .session ? nil : fix)
    }
}
