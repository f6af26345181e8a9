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
}

/// Looking for what belongs to nobody.
public struct Orphans: Sendable {
    /// What was found, by path.
    public let found: [Orphan]
    /// Pools that are off, in which nobody looked.
    public let unknownPools: [String]

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
        let own = storage.isLocal ? ImageStore().leftovers().map(leftover) + KeptFolder.orphans(uri, storage) : []
        return Orphans(found: (volumes + own).sorted { $0.path < $1.path }, unknownPools: storage.unknownPools.sorted())
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
        KeptFolder(folder: "/var/lib/libvirt/qemu/nvram", ending: "_VARS.fd", kind: "firmware variables"),
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
