internal import FoundationEssentials
internal import Glibc

/// Decides what of a guest goes.
struct DeletionPlanning {
    let guest: GuestStorage
    let storage: HostStorage
    let options: GuestDeletion.Options
    /// All guests that go at once: what only they need goes with them.
    let doomed: Set<UUID>

    /// What becomes of a file.
    private enum Fate {
        case goes(DeletionStep)
        case stays(String)
        /// There is no such file any more.
        case isGone
    }

    /// The files that go.
    var going: [GuestFile] { own.filter { if case .goes = fate(of: $0) { true } else { false } } }

    /// Decides; `allGoing` is what goes with any of the guests that go at once.
    func deletion(_ allGoing: Set<String>) throws -> GuestDeletion {
        let going = going
        try refuse(going.map(\.path), allGoing)
        let below = below(going).filter { !allGoing.contains($0.path) }
        let files = guest.files.filter { ![.nvram, .needed, .log].contains($0.role) } + below + logs
        let power = guest.isActive ? [item("running machine", "", why: "it is switched off first, with --force")] : []
        let items = power + files.compactMap(item) + kept + [item("definition", "")]
        let steps =
            (guest.isActive ? [.switchOff(name: guest.name, uuid: guest.uuid)] : [])
            + going.compactMap(step) + [undefining] + logs.compactMap(step)
        return GuestDeletion(
            guest: guest.name, items: items.filter(\.isGoing) + items.filter { !$0.isGoing }, steps: steps)
    }

    /// The files that are the guest's alone, as far as its definition says.
    private var own: [GuestFile] { guest.files.filter { $0.role != .log && reasonToStay($0) == nil } }

    /// What its consoles and its QEMU wrote.
    private var logs: [GuestFile] {
        let machine = storage.logFolder.map { MachineLog.files(of: guest.name, in: $0) } ?? []
        return guest.files.filter { $0.role == .log }
            + machine.map { GuestFile(path: $0, role: .log, place: MachineLog.place) }
    }

    /// What the guest's disks stand on: shown, and left.
    private func below(_ going: [GuestFile]) -> [GuestFile] {
        let known = Set(guest.files.filter { $0.role != .needed }.map(\.path))
        var found: [GuestFile] = []
        for file in guest.files where [.disk, .sharedDisk, .snapshotDisk, .formerDisk].contains(file.role) {
            for path in storage.chain(below: file.path)
            where !known.contains(path) && !found.contains(where: { $0.path == path }) {
                found.append(GuestFile(path: path, role: .needed, place: file.place))
            }
        }
        return found
    }

    /// Why a file stays though nobody else may need it.
    private func reasonToStay(_ file: GuestFile) -> String? {
        switch file.role {
        case .disk, .snapshotDisk, .snapshotMemory: options.keepsDisks ? "disks are kept" : nil
        case .formerDisk where !options.keepsDisks && isBelowOwnDisk(file.path): nil
        case .formerDisk: options.keepsDisks ? "disks are kept" : "only a snapshot names it, and no disk stands on it"
        case .sharedDisk: isSeed(file) ? nil : "it is shared, or the guest could not write to it"
        case .seed: nil
        case .medium: isSeed(file) ? nil : "a medium is not the guest's own"
        case .log: nil
        case .nvram, .needed:
            storage.images[file.path].map { "it is the image '\($0)' of the store" } ?? "it is not the guest's own"
        }
    }

    private func isBelowOwnDisk(_ path: String) -> Bool {
        guest.files.filter { [.disk, .snapshotDisk].contains($0.role) }
            .contains { storage.chain(below: $0.path).contains(path) }
    }

    /// Whether it is the medium that told the guest's system who it is, which nobody else has a use for.
    private func isSeed(_ file: GuestFile) -> Bool {
        // Only QEMU may read it, as a rule; create gives it a name by which it is known all the same.
        let isNamed = file.path.hasSuffix("/\(guest.name)-seed.iso")
        let isOurs = isNamed || storage.isLocal && (try? ISOLabel.read(file.path))?[.volume]?.lowercased() == "cidata"
        return isOurs && storage.needs(of: file.path, without: doomed).isEmpty
    }

    private func fate(of file: GuestFile) -> Fate {
        if let reason = reasonToStay(file) { return .stays(reason) }
        if let volume = storage.volumes[file.path] {
            guard volume.isRemovable else { return .stays("it is a device of the host") }
            return .goes(.removeVolume(pool: volume.pool, name: volume.name, path: volume.path, guest: guest.uuid))
        }
        guard storage.isLocal else { return .stays("it is in no pool, and its host is not this one") }
        var status = stat()
        guard lstat(file.path, &status) == 0 else { return errno == ENOENT ? .isGone : .stays("it cannot be seen") }
        guard status.st_mode & S_IFMT == S_IFREG else { return .stays("it is no regular file") }
        if file.role == .log, access(DefinitionFolder.parent(of: file.path), W_OK) != 0 {
            return .stays("this user may not remove it")
        }
        return .goes(.removeFile(path: file.path, number: UInt64(status.st_ino), guest: guest.uuid))
    }

    private func step(_ file: GuestFile) -> DeletionStep? {
        if case .goes(let step) = fate(of: file) { step } else { nil }
    }

    private func item(_ file: GuestFile) -> GuestDeletion.Item? {
        let what = [file.role.words, file.place].filter { !$0.isEmpty }.joined(separator: " ")
        switch fate(of: file) {
        case .isGone: return nil
        case .stays(let reason): return item(what, file.path, stays: reason)
        case .goes:
            let volume = storage.volumes[file.path].map { "volume '\($0.pool)/\($0.name)'" }
            return item(what, file.path, why: volume ?? "")
        }
    }

    private func item(_ what: String, _ place: String, why: String = "", stays: String? = nil) -> GuestDeletion.Item {
        GuestDeletion.Item(guest: guest.name, what: what, place: place, isGoing: stays == nil, why: stays ?? why)
    }

    /// What libvirt keeps for the guest, and removes with its definition.
    private var kept: [GuestDeletion.Item] {
        let variables = guest.files.first { $0.role == .nvram }?.path ?? ""
        return guest.snapshots.map { item("snapshot \($0)", "") }
            + guest.checkpoints.map { item("checkpoint \($0)", "") }
            + (guest.hasSavedState ? [item("saved state", "")] : [])
            + (guest.hasNVRAM ? [item("firmware variables", variables)] : [])
            + (guest.hasTPM ? [item("TPM state", "")] : [])
    }

    private var undefining: DeletionStep {
        let kept: [(isThere: Bool, part: DeletionStep.Kept)] = [
            (guest.hasSavedState, .savedState), (!guest.snapshots.isEmpty, .snapshots),
            (!guest.checkpoints.isEmpty, .checkpoints), (guest.hasNVRAM, .nvram), (guest.hasTPM, .tpm),
        ]
        return .undefine(name: guest.name, uuid: guest.uuid, with: kept.filter(\.isThere).map(\.part))
    }

    /// Refuses to take what others need, and what cannot be taken, before anything is touched.
    private func refuse(_ paths: [String], _ allGoing: Set<String>) throws {
        for path in paths.sorted() {
            if let need = storage.needs(of: path, without: doomed, allGoing).first {
                throw Failure(
                    .wrongState, "guest '\(guest.name)'", "its disk \(path) is needed: \(need)",
                    hint: "delete what needs it first, or say --keep-disks")
            }
            let folder = DefinitionFolder.parent(of: path)
            if storage.volumes[path] == nil, access(folder, W_OK) != 0 {
                throw Failure(
                    .noPermission, path, "\(folder) cannot be written: \(String(cString: strerror(errno)))",
                    hint: "run strata as the user who owns it, or say --keep-disks")
            }
        }
    }
}

extension GuestFile.Role {
    /// What people call it.
    fileprivate var words: String {
        switch self {
        case .disk, .sharedDisk: "disk"
        case .medium: "medium"
        case .seed: "medium of the first boot"
        case .snapshotDisk, .formerDisk: "disk of snapshot"
        case .snapshotMemory: "memory of snapshot"
        case .nvram: "firmware variables"
        case .log: "log of"
        case .needed: "below"
        }
    }
}
