internal import Glibc
internal import StrataLayers

/// Whether libvirt answers, and the daemon that keeps guests' logs.
struct DaemonCheck: HealthCheck {
    static let name = "daemon"

    private static let logSockets: [String] = ["/run/libvirt/virtlogd-sock", "/var/run/libvirt/virtlogd-sock"]

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        guard let host = patient.host else {
            let failure = patient.failure
            return [
                Diagnosis(
                    .problem, "libvirt does not answer: \(failure?.why ?? "nobody knows why")",
                    why: "everything but files goes through it", remedy: failure?.hint)
            ]
        }
        let version = try await host.connection.readOnly.libvirtVersion
        let answers = Diagnosis.fine("\(host.uri) answers, libvirt \(version) (\(host.reason))")
        switch patient.mode {
        case .embedded:
            return [
                Diagnosis(
                    .note, "no daemon runs; libvirt's driver runs inside strata",
                    why: "there are no virtual networks and no storage pools that way",
                    remedy: "apt install libvirt-daemon-system")
            ]
        case .system where !Self.logSockets.contains(where: { access($0, F_OK) == 0 }):
            return [
                answers,
                Diagnosis(
                    .problem, "virtlogd does not run", why: "guests cannot be started without the daemon of their logs",
                    remedy: access("/run/systemd/system", F_OK) == 0
                        ? "systemctl enable --now virtlogd.socket" : "virtlogd -d"),
            ]
        default: return [answers]
        }
    }
}
