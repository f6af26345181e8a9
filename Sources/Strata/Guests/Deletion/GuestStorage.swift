internal import FoundationEssentials
internal import Libvirt
internal import LibvirtXML

/// A guest, and everything that is kept for it.
struct GuestStorage: Sendable {
    var name: String
    var uuid: UUID
    var isActive: Bool
    var isPersistent: Bool
    var files: [GuestFile]
    var snapshots: [String]
    var checkpoints: [String]
    var hasSavedState: Bool
    var hasNVRAM: Bool
    var hasTPM: Bool

    /// Reads all that libvirt knows of a guest.
    static func read(_ guest: Domain, _ files: GuestFiles) async throws -> GuestStorage {
        let isPersistent = try await guest.isPersistent, isActive = try await guest.isActive
        var definitions = [try await guest.xml()]
        if isPersistent, isActive { definitions.append(try await guest.xml(inactive: true)) }
        let documents = try definitions.map { try DomainDocument(xml: $0) }
        let snapshots = (try? await guest.snapshots()) ?? []
        var found = documents.flatMap(files.files)
        for snapshot in snapshots {
            found += files.files(ofSnapshot: try XMLDocument(xml: try await snapshot.xml()))
        }
        var unique: [GuestFile] = []
        // The image below a disk may be the disk of a snapshot as well, which says more.
        let weak: [GuestFile.Role] = [.formerDisk, .needed]
        let ranked =
            found.filter { !weak.contains($0.role) } + weak.flatMap { role in found.filter { $0.role == role } }
        for file in ranked where !unique.contains(where: { $0.path == file.path }) { unique.append(file) }
        let roots = documents.map(\.document.root)
        return GuestStorage(
            name: guest.name, uuid: guest.uuid, isActive: isActive, isPersistent: isPersistent, files: unique,
            snapshots: snapshots.map(\.name), checkpoints: ((try? await guest.checkpoints()) ?? []).map(\.name),
            hasSavedState: (try? await guest.hasManagedSave) ?? false,
            hasNVRAM: documents.contains(where: FirmwareVariables.areKept),
            hasTPM: roots.contains { $0.value("devices/tpm/backend/@type") == "emulator" })
    }
}
