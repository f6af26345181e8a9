internal import Glibc

/// Whether this user may talk to the system daemon.
struct AccessCheck: HealthCheck {
    static let name = "access"

    private static let sockets: [String] = ["/run/libvirt/libvirt-sock", "/run/libvirt/virtqemud-sock"]

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        guard patient.isOnThisHost, let socket = Self.sockets.first(where: { access($0, F_OK) == 0 }) else { return [] }
        guard access(socket, W_OK) != 0 else { return [.fine("this user may use the system daemon")] }
        return [
            Diagnosis(
                .note, "this user may not use the system daemon: \(socket) cannot be written",
                why: "guests are this user's own then, without the host's networks and bridges",
                remedy: "sudo usermod -aG libvirt \(Environment["USER"] ?? "$USER"), then log in again")
        ]
    }
}
