public import Libvirt
public import Quantities
internal import FoundationEssentials
internal import Glibc

/// Something that takes room and belongs to nobody.
public struct Orphan: Hashable, Sendable, Codable {
    /// What it is, such as `volume`.
    public var kind: String
    /// Where it is.
    public var path: String
    /// How much room it takes.
    public var size: ByteCount
    /// Why it is thought to be nobody's.
    public var why: String

    /// How it can be deleted; `nil` for folders, which strata leaves to people.
    fileprivate func step(_ storage: HostStorage) -> DeletionStep? {
        if let volume = storage.volumes[path] {
            return .removeVolume(pool: volume.pool, name: volume.name, path: path, guest: nil)
        }
        var status = stat()
        guard storage.isLocal, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return .removeFile(path: path, number: UInt64(status.st_ino), guest: nil)
    }
}

/// Looking for what belongs to nobody.
public struct Orphans: Sendable {
    /// What was found, by path.
    public let found: [Orphan]
    /// Pools that are off, in which nobody looked.
    public let unknownPools: [String]
    private let storage: HostStorage
    /// Where the journal is; `nil` for strata's own folder.
    var journals: String?

    private init(_ found: [Orphan], in storage: HostStorage) {
        (self.found, self.storage) = (found.sorted { $0.path < $1.path }, storage)
        unknownPools = storage.unknownPools.sorted()
    }

    /// Looks through the pools, the image store and libvirt's own folders.
    ///
    /// - Parameters:
    ///   - connection: The host.
    ///   - uri: Its URI.
    /// - Returns: What no guest, no backing chain and no image needs; nothing is touched.
    /// - Throws: `LibvirtError`.
    public static func find(on connection: Connection, uri: String) async throws -> Orphans {
        let storage = try await HostStorage.read(connection, uri: uri)
        let needed = storage.reachable
        let volumes = storage.volumes.values.filter { !needed.contains(storage.real($0.path)) && $0.isRemovable }
            .map { volume in
                Orphan(
                    kind: "volume", path: volume.path, size: volume.allocation,
                    why: "no guest and no image needs '\(volume.pool)/\(volume.name)'")
            }
        // A newer image may have taken the name of one that disks still stand on.
        let images = storage.isLocal ? ImageStore().leftovers().filter { !needed.contains(storage.real($0)) } : []
        let own = images.map(leftover) + (storage.isLocal ? KeptFolder.orphans(uri, storage) : [])
        return Orphans(volumes + own, in: storage)
    }

    /// Deletes what was found; folders are left.
    ///
    /// - Parameters:
    ///   - connection: The host.
    ///   - uri: Its URI, for the journal.
    /// - Returns: What is gone, and why others are not.
    /// - Throws: ``Failure`` when it cannot be written down; nothing has been done then.
    public func delete(on connection: Connection, uri: String) async throws -> (gone: [Orphan], failures: [Failure]) {
        var work: [(orphan: Orphan, step: DeletionStep)] = []
        var failures: [Failure] = []
        for orphan in found {
            if let step = orphan.step(storage) {
                work.append((orphan, step))
            } else {
                let hint = "rm -r \(orphan.path) removes it, by hand"
                failures.append(Failure(.unsupported, orphan.path, "it is a folder of libvirt's", hint: hint))
            }
        }
        let operations = work.map { Operation($0.orphan.path, [$0.step]) }
        guard !operations.isEmpty else { return ([], failures) }
        let journal = try Journal.begin(operations, on: uri, in: journals)
        defer { journal.end() }
        var gone: [Orphan] = []
        for (number, operation) in operations.enumerated() {
            do {
                try Task.checkCancellation()
                try await operation.perform(
                    on: DeletionPlace(connection: connection, uri: uri), as: number, in: journal)
                gone.append(work[number].orphan)
            } catch {
                failures.append(Failure(error))
            }
        }
        return (gone, failures)
    }

    private static func leftover(_ path: String) -> Orphan {
        let isPart = path.split(separator: "/").last?.hasPrefix(".part-") == true
        return Orphan(
            kind: isPart ? "download" : "image", path: path, size: .bytes((try? LocalFile(path))?.allocated ?? 0),
            why: isPart ? "it was cut off, and nobody is fetching it" : "no name in the image store stands for it")
    }
}

/// A folder in which libvirt keeps something for each guest, by the guest's name or UUID.
private struct KeptFolder {
    var folder: String
    var ending: String
    var kind: String
    var isByUUID = false

    /// The folders of the system daemon; those of others are not looked at.
    private static let system = [
        KeptFolder(
            folder: FirmwareVariables.systemFolder, ending: FirmwareVariables.ending, kind: "firmware variables"),
        KeptFolder(folder: "/var/lib/libvirt/qemu/save", ending: ".save", kind: "saved state"),
        KeptFolder(folder: "/var/lib/libvirt/qemu/snapshot", ending: "", kind: "snapshots"),
        KeptFolder(folder: "/var/lib/libvirt/qemu/checkpoint", ending: "", kind: "checkpoints"),
        KeptFolder(folder: "/var/lib/libvirt/swtpm", ending: "", kind: "TPM state", isByUUID: true),
    ]

    static func orphans(_ uri: String, _ storage: HostStorage) -> [Orphan] {
        guard (try? ConnectionURI(uri))?.path == "/system" else { return [] }
        let variables = Set(storage.guests.flatMap(\.files).filter { $0.role == .nvram }.map(\.path))
        return system.flatMap { kept in
            let names = Set(storage.guests.map { kept.isByUUID ? $0.uuid.uuidString.lowercased() : $0.name })
            let files = (try? FileManager.default.contentsOfDirectory(atPath: kept.folder)) ?? []
            return files.filter { file in
                file.hasSuffix(kept.ending) && !names.contains(String(file.dropLast(kept.ending.count)))
                    && !variables.contains("\(kept.folder)/\(file)") && !kept.isEmpty(file)
            }.map { kept.orphan($0) }
        }
    }

    private func isEmpty(_ file: String) -> Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(file)"))?.isEmpty ?? false
    }

    private func orphan(_ file: String) -> Orphan {
        let path = "\(folder)/\(file)"
        return Orphan(
            kind: kind, path: path, size: .bytes((try? LocalFile(path))?.allocated ?? 0),
            why: "there is no guest '\(file.dropLast(ending.count))'")
    }
}
