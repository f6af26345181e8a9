internal import FoundationEssentials
internal import Glibc
internal import Libvirt
internal import LibvirtXML
internal import Quantities
internal import StrataLayers

/// Everything that is kept on a host, and who needs it: guests stand on files, files on other files.
struct HostStorage: Sendable {
    /// A volume of a pool.
    struct Volume: Sendable {
        var pool: String
        var name: String
        var path: String
        var backing: String?
        var allocation: ByteCount
        /// Whether it is a file, or a logical volume, and not a device that strata has no business with.
        var isRemovable: Bool
    }

    var guests: [GuestStorage] = []
    var volumes: [String: Volume] = [:]
    /// The names of the images of the store by the paths of their contents.
    var images: [String: String] = [:]
    /// Pools that are off, so that nobody knows what is in them.
    var unknownPools: [String] = []
    /// Whether the host is this one, and its files are ours to see.
    var isLocal: Bool { mode.isOnThisHost }
    /// Where libvirt's driver runs.
    private let mode: DriverMode
    private let uri: String
    /// What files stand on, found so far: filled when everything has been read.
    private var backing: [String: String] = [:]

    init(_ uri: String) { (self.uri, mode) = (uri, DriverMode(connection: uri)) }

    /// Reads everything.
    static func read(_ connection: Connection, uri: String, store: ImageStore = ImageStore()) async throws
        -> HostStorage
    {
        var storage = HostStorage(uri)
        try await storage.readPools(connection)
        let paths = storage.volumes.values.reduce(into: [String: String]()) { $0["\($1.pool)/\($1.name)"] = $1.path }
        let domains = try await connection.domains()
        let read = try await concurrently(domains) { domain -> GuestStorage? in
            try await unlessGone { try await GuestStorage.read(domain, GuestFiles { paths["\($0)/\($1)"] }) }
        }
        storage.guests = read.compactMap(\.self)
        if storage.isLocal {
            storage.images = store.list().reduce(into: [:]) { $0[$1.path] = $1.name }
        }
        storage.follow()
        return storage
    }

    /// Where libvirt keeps the logs of guests.
    var logFolder: String? { MachineLog.folder(mode, uri) }

    private mutating func readPools(_ connection: Connection) async throws {
        // libvirt's driver inside strata has none.
        guard let pools = try await supported({ try await connection.storagePools() }) else { return }
        for pool in pools {
            do {
                guard try await pool.isActive else {
                    unknownPools.append(pool.name)
                    continue
                }
                // What others put there since is not known yet; a pool that is busy is taken as it is.
                try? await pool.refresh()
                let kind = try XMLDocument(xml: try await pool.xml()).root.attribute("type") ?? ""
                let volumes = try await concurrently(try await pool.volumes()) { volume in
                    (try? await volume.xml()).flatMap { try? StorageVolumeDocument(xml: $0) }
                }
                for volume in volumes.compactMap(\.self) { add(volume, of: pool.name, kind) }
            } catch let error as LibvirtError where error.saysThatItIsGone {
                continue
            }
        }
    }

    private mutating func add(_ volume: StorageVolumeDocument, of pool: String, _ kind: String) {
        let root = volume.document.root
        guard let path = root.value("target/path"), let name = root.value("name") else { return }
        volumes[path] = Volume(
            pool: pool, name: name, path: path, backing: root.value("backingStore/path"),
            allocation: root.value("allocation").flatMap { UInt64($0) }.map(ByteCount.init(bytes:)) ?? .zero,
            isRemovable: ["file", nil].contains(root.attribute("type")) || kind == "logical")
    }

    /// Finds what everything stands on: volumes say it, and the headers of files in no pool.
    private mutating func follow() {
        for volume in volumes.values { backing[volume.path] = volume.backing }
        var open = guests.flatMap(\.files).map(\.path).filter { $0.hasPrefix("/") }
        var seen = Set<String>()
        while let path = open.popLast() {
            guard seen.insert(path).inserted else { continue }
            if backing[path] == nil, isLocal { backing[path] = BackingFile.path(of: path) }
            if let next = backing[path] { open.append(next) }
        }
    }

    /// The files that a file stands on, the next one first.
    func chain(below path: String) -> [String] {
        var chain: [String] = []
        var next = backing[path]
        while let path = next, !chain.contains(path) {
            chain.append(path)
            next = backing[path]
        }
        return chain
    }

    /// Who else needs a file, in words; empty when nobody does.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - doomed: The guests that are about to go.
    ///   - going: The files that are about to go with it.
    /// - Returns: Who needs it, and how.
    func needs(of path: String, without doomed: Set<UUID> = [], _ going: Set<String> = []) -> [String] {
        let image = images[path].map { ["it is the image '\($0)' of the store"] } ?? []
        let found = guestsNeeding(path, without: doomed) + image
        return found.isEmpty ? filesNeeding(path, going) : found.sorted()
    }

    /// The guests that have a file, or stand on it.
    func guestsNeeding(_ path: String, without doomed: Set<UUID> = []) -> [String] {
        guests.filter { !doomed.contains($0.uuid) }.flatMap { other in
            other.files.filter { $0.role != .log }.compactMap { file in
                if isSame(file.path, path) {
                    return "guest '\(other.name)' has it\(file.place.isEmpty ? "" : " as \(file.place)")"
                }
                let isBelow = chain(below: file.path).contains { isSame($0, path) }
                return isBelow ? "\(file.path) of guest '\(other.name)' stands on it" : nil
            }
        }
    }

    /// The files that stand on a file and are no guest's: volumes, and what is in the same folder.
    func filesNeeding(_ path: String, _ going: Set<String> = []) -> [String] {
        let volumes = volumes.values.filter { !going.contains($0.path) && $0.path != path }
            .filter { volume in chain(below: volume.path).contains { isSame($0, path) } }
            .map { "volume '\($0.pool)/\($0.name)' stands on it" }
        guard volumes.isEmpty, isLocal else { return volumes.sorted() }
        let folder = DefinitionFolder.parent(of: path)
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.sorted().map { folder + "/" + $0 }.filter { file in
            !going.contains(file) && BackingFile.path(of: file).map { isSame($0, path) } == true
        }.map { "\($0) stands on it" }
    }

    /// Everything that a guest or an image needs.
    var reachable: Set<String> {
        let roots = guests.flatMap(\.files).map(\.path) + images.keys
        return Set(roots.flatMap { [$0] + chain(below: $0) }.map(real))
    }

    private func isSame(_ left: String, _ right: String) -> Bool { left == right || real(left) == real(right) }

    /// The file behind links, where files are ours to see.
    func real(_ path: String) -> String { isLocal ? DefinitionFolder.absolute(path) : path }
}

extension DriverMode {
    /// Whether the files that definitions name are files of this host; those of the test driver are imaginary.
    var isOnThisHost: Bool { ![.remote, .test].contains(self) }
}

/// What a driver answers that may not know such things at all; `nil` where it does not.
func supported<Result>(_ body: () async throws -> Result) async throws -> Result? {
    do { return try await body() } catch let error as LibvirtError where error.code == .noSupport { return nil }
}

/// What a disk image stands on, by its own word.
enum BackingFile {
    /// The path that a qcow2 image names; `nil` when it names none or cannot be read.
    static func path(of image: String) -> String? {
        guard let file = try? LocalFile(image), let head = try? file.read(at: 0, count: 72), head.count == 72,
            head.starts(with: QCOW2Header.magic)
        else { return nil }
        func number(_ range: Range<Int>) -> UInt64 { head[range].reduce(0) { $0 << 8 | UInt64($1) } }
        let offset = number(8..<16), length = number(16..<20)
        guard offset > 0, offset < 1 << 32, length > 0, length <= 1023,
            let bytes = try? file.read(at: offset, count: Int(length))
        else { return nil }
        let name = String(decoding: bytes, as: UTF8.self)
        if name.hasPrefix("/") { return name }
        return name.contains(":") ? nil : DefinitionFolder.parent(of: image) + "/" + name
    }
}
