internal import Glibc
internal import Libvirt
internal import StrataLayers

/// Whether libvirt's default network is there and up.
struct NetworkCheck: HealthCheck {
    static let name = "network"

    private static let why = "a guest whose definition names it does not start"
    /// As libvirt ships it.
    private static let shipped = "/usr/share/libvirt/networks/default.xml"

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        guard let host = patient.host, ![.session, .embedded].contains(patient.mode),
            let networks = try await supported({ try await host.connection.networks() })
        else { return [] }
        guard let network = networks.first(where: { $0.name == "default" }) else { return [missing(patient, host)] }
        guard try await network.isActive else {
            return [
                Diagnosis(.problem, "network 'default' is off", why: Self.why, remedy: "virsh net-start default") {
                    try await network.start()
                    try await network.setAutostart(true)
                }
            ]
        }
        guard try await network.isAutostarted else {
            return [
                Diagnosis(
                    .note, "network 'default' is up, and does not start with the host",
                    why: "after the next boot, \(Self.why)", remedy: "virsh net-autostart default"
                ) { try await network.setAutostart(true) }
            ]
        }
        return [.fine("network 'default' is up, and starts with the host")]
    }

    private func missing(_ patient: Patient, _ host: HostConnection) -> Diagnosis {
        let definition = patient.isOnThisHost ? SmallFile.read(Self.shipped) : nil
        return Diagnosis(
            .note, "there is no network 'default'", why: Self.why,
            remedy: definition == nil
                ? "apt install libvirt-daemon-system on that host"
                : "virsh net-define \(Self.shipped) && virsh net-start default && virsh net-autostart default",
            fix: definition.map { making($0, on: host) })
    }

    private func making(_ definition: String, on host: HostConnection) -> @Sendable () async throws -> Void {
        {
            let network = try await host.connection.defineNetwork(definition)
            try await network.start()
            try await network.setAutostart(true)
        }
    }
}
