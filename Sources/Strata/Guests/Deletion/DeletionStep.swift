internal import FoundationEssentials
internal import Glibc
internal import Libvirt

/// What the removing of a guest acts on.
struct DeletionPlace: Sendable {
    var connection: Connection
    var uri: String
}

/// One step of removing a guest.
enum DeletionStep: Codable, Sendable {
    /// What libvirt keeps with a definition.
    enum Kept: String, Codable, Sendable {
        case savedState, snapshots, checkpoints, nvram, tpm
    }

    /// Switches it off.
    case switchOff(name: String, uuid: UUID)
    /// Takes a medium out of its drive.
    case eject(path: String, guest: UUID)
    /// Deletes a volume.
    case removeVolume(pool: String, name: String, path: String, guest: UUID?)
    /// Deletes a file in no pool, which has that number on its disk.
    case removeFile(path: String, number: UInt64, guest: UUID?)
    /// Removes the definition, with what libvirt keeps for it.
    case undefine(name: String, uuid: UUID, with: [Kept])
}

extension DeletionStep: OperationStep {
    static let operation = "delete"
    // What is gone is gone, and half a guest is of no use to anybody.
    static let afterCrash = CrashPolicy.finish

    var description: String {
        switch self {
        case .switchOff(let name, _): "switch guest '\(name)' off"
        case .eject(let path, _): "take \(path) out of its drive"
        case .removeVolume(let pool, let name, _, _): "delete volume '\(pool)/\(name)'"
        case .removeFile(let path, _, _): "delete \(path)"
        case .undefine(let name, _, _): "remove the definition of guest '\(name)'"
        }
    }

    func perform(on place: DeletionPlace) async throws {
        do {
            switch self {
            case .switchOff(_, let uuid):
                _ = try await place.connection.domain(uuid: uuid).stop(grace: .zero)
            case .eject(let path, let uuid):
                try await place.connection.domain(uuid: uuid).eject(path)
            case .removeVolume(let pool, let name, _, _):
                try await place.connection.storagePool(named: pool).volume(named: name).delete()
            case .removeFile(let path, let number, _):
                try Self.remove(path, number)
            case .undefine(_, let uuid, let kept):
                try await place.connection.domain(uuid: uuid).undefine(DomainUndefineOptions(kept))
                SSHAccess.forget(uuid)
            }
        } catch let error as LibvirtError where error.saysThatItIsGone {
            return
        }
    }

    /// Nothing that was deleted can be brought back.
    func undo(on place: DeletionPlace, trace: String?) async throws {}

    /// Somebody may have put something else there since.
    func resume(on place: DeletionPlace, wasBegun: Bool) async throws {
        if case .removeVolume(_, _, let path, let guest) = self {
            let storage = try await HostStorage.read(place.connection, uri: place.uri)
            if let need = storage.needs(of: path, without: Set([guest].compactMap(\.self)), [path]).first {
                throw Failure(
                    .wrongState, path, "an earlier process died before it deleted it, and it is needed now: \(need)",
                    hint: "it is left as it is")
            }
        }
        try await perform(on: place)
    }

    private static func remove(_ path: String, _ number: UInt64) throws {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_ino == number else { return }
        guard unlink(path) == 0 || errno == ENOENT else { throw Failure(opening: path, error: errno) }
    }
}

extension DomainUndefineOptions {
    fileprivate init(_ kept: [DeletionStep.Kept]) {
        self = []
        for part in kept {
            switch part {
            case .savedState: insert(.managedSave)
            case .snapshots: insert(.snapshotsMetadata)
            case .checkpoints: insert(.checkpointsMetadata)
            case .nvram: insert(.nvram)
            case .tpm: insert(.tpm)
            }
        }
    }
}
