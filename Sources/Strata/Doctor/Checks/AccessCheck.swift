internal import Glibc
internal import Libvirt
internal import StrataLayers

/// Whether this user may talk to the system daemon.
struct AccessCheck: HealthCheck {
    static let name = "access"

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        // With libvirt's driver inside, this process cannot reach the daemon as well.
        guard [.system, .session].contains(patient.mode), SystemDaemon.isListening else { return [] }
        // Its socket is open to everybody on many hosts, and asks afterwards.
        if patient.host != nil, patient.mode == .system { return [.fine("this user may use the system daemon")] }
        do {
            let system = try await Connection.open("qemu:///system")
            await system.close()
            return [.fine("this user may use the system daemon")]
        } catch {
            return [
                Diagnosis(
                    .note, "the system daemon does not let this user in",
                    why: "guests are this user's own then, without the host's networks and bridges",
                    remedy: "sudo usermod -aG libvirt \(Environment["USER"] ?? "$USER"), then log in again")
            ]
        }
    }
}
