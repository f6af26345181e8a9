internal import Glibc

/// Whether guests can have a TPM.
struct TPMCheck: HealthCheck {
    static let name = "tpm"

    private static let programs: [String] = ["swtpm", "swtpm_setup"]

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        guard patient.isOnThisHost else { return [] }
        let missing = Self.programs.filter { access("/usr/bin/" + $0, X_OK) != 0 }
        if missing.isEmpty { return [.fine("guests can have a TPM")] }
        return [
            Diagnosis(
                .note, "there is no \(missing.joined(separator: " and no "))",
                why: "guests with a TPM, Windows 11 among them, cannot be started",
                remedy: "apt install swtpm swtpm-tools")
        ]
    }
}
