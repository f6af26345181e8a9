internal import StrataLayers

/// Whether the processor runs guests by itself.
struct AccelerationCheck: HealthCheck {
    static let name = "kvm"

    private static let why = "guests are emulated, which is ten times slower and more"

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        guard patient.isOnThisHost else { return [] }
        let reading = HostReader().read()
        let isVirtual = reading.host.nesting?.isGuest == true
        guard reading.hardware.processor.virtualization != Processor.Virtualization.none else {
            return [
                Diagnosis(
                    .note, "the processor shows no virtualization", why: Self.why,
                    remedy: isVirtual
                        ? "this host is a guest itself: have its host pass virtualization on (nested=1, host-passthrough)"
                        : "switch VT-x or AMD-V on in the firmware's set-up")
            ]
        }
        switch reading.host.kvm.access {
        case .openable: return [.fine("the processor runs guests by itself")]
        case .absent:
            return [Diagnosis(.note, "there is no /dev/kvm", why: Self.why, remedy: "modprobe kvm_intel, or kvm_amd")]
        case .refused:
            let isSystem = patient.mode == .system
            let what = "/dev/kvm does not open for this user" + (reading.host.kvm.reason.map { ": \($0)" } ?? "")
            if isSystem { return [.fine(what + "; the system daemon opens it")] }
            return [
                Diagnosis(
                    .note, what, why: Self.why,
                    remedy: "sudo usermod -aG kvm \(Environment["USER"] ?? "$USER"), then log in again")
            ]
        }
    }
}
