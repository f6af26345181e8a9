internal import FoundationEssentials
internal import Glibc

/// Whether there is firmware for guests that boot with UEFI.
struct FirmwareCheck: HealthCheck {
    static let name = "uefi"

    /// Where descriptions of firmware are, as QEMU has it; what is found first wins.
    private static let folders: [String] = ["/etc/qemu/firmware", "/usr/share/qemu/firmware"]

    private struct Description: Decodable {
        struct Mapping: Decodable {
            struct File: Decodable { var filename: String }
            var executable: File?
        }
        var interfaces: [String]
        var mapping: Mapping
        var features: [String]

        enum CodingKeys: String, CodingKey {
            case interfaces = "interface-types", mapping, features
        }
    }

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        guard patient.isOnThisHost else { return [] }
        let found = Self.folders.flatMap(descriptions).filter { description in
            guard let file = description.mapping.executable?.filename else { return false }
            return description.interfaces.contains("uefi") && access(file, R_OK) == 0
        }
        let isSecure = found.contains { $0.features.contains("secure-boot") }
        if found.isEmpty || !isSecure {
            return [
                Diagnosis(
                    .note, found.isEmpty ? "there is no UEFI firmware" : "the UEFI firmware cannot boot securely",
                    why: "guests with such firmware, Windows 11 among them, cannot be made", remedy: "apt install ovmf")
            ]
        }
        return [.fine("UEFI firmware is there, with secure boot")]
    }

    private func descriptions(in folder: String) -> [Description] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".json") }.compactMap { name in
            FileManager.default.contents(atPath: "\(folder)/\(name)")
                .flatMap { try? JSONDecoder().decode(Description.self, from: $0) }
        }
    }
}
