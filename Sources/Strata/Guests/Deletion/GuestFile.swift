internal import LibvirtXML

/// A file that a guest's definition names, or one of its snapshots.
struct GuestFile: Hashable, Sendable {
    /// What it is to the guest.
    enum Role: String, Sendable {
        /// A disk that the guest writes to, and nobody else.
        case disk
        /// A disk that it shares, or may not write to.
        case sharedDisk
        /// What is in a CD-ROM or floppy drive.
        case medium
        /// The medium of the first boot, where the definition says that it is one.
        case seed
        /// A disk that a snapshot was made on.
        case snapshotDisk
        /// A disk that the guest had when a snapshot was made.
        case formerDisk
        /// The guest's memory in a snapshot.
        case snapshotMemory
        /// The firmware's variables.
        case nvram
        /// What its console wrote.
        case log
        /// Anything else that it needs: kernels, firmware, the images below its disks.
        case needed
    }

    var path: String
    var role: Role
    /// Which disk or snapshot it is about.
    var place: String
}

/// The files in a definition.
struct GuestFiles {
    /// Where a volume is, by the names of its pool and its own.
    var volumePath: (_ pool: String, _ name: String) -> String?

    /// All files that a definition names.
    func files(of definition: DomainDocument) -> [GuestFile] {
        let node = definition.document.root
        let seed = MediumNote.path(in: definition)
        let disks = node.all("devices/disk").flatMap(disk).map { file in
            file.path == seed ? GuestFile(path: file.path, role: .seed, place: file.place) : file
        }
        let variables = [node.value("os/nvram"), node.value("os/nvram/source/@file")].compactMap(\.self)
            .filter { $0.hasPrefix("/") }.map { GuestFile(path: $0, role: .nvram, place: "") }
        let logs = Self.logs(in: definition).compactMap { $0.attribute("file") }
            .map { GuestFile(path: $0, role: .log, place: "console") }
        let known = Set((disks + variables + logs).map(\.path))
        let others = definition.referencedFiles.map(\.path).filter { !known.contains($0) }
            .map { GuestFile(path: $0, role: .needed, place: "") }
        return disks + variables + logs + others
    }

    /// Where a definition says what is to be written down of a console.
    static func logs(in definition: DomainDocument) -> [XMLNode] {
        ["serial", "console", "parallel", "channel"].flatMap { definition.document.root.all("devices/\($0)/log") }
    }

    private func disk(_ disk: XMLNode) -> [GuestFile] {
        let target = disk.value("target/@dev") ?? ""
        let role: GuestFile.Role =
            switch disk.attribute("device") ?? "disk" {
            case "cdrom", "floppy": .medium
            default: disk.first("readonly") != nil || disk.first("shareable") != nil ? .sharedDisk : .disk
            }
        let own = disk.first("source").flatMap(path).map { [GuestFile(path: $0, role: role, place: target)] } ?? []
        let copies = disk.all("mirror/source").compactMap(path)
        return own + (below(disk) + copies).map { GuestFile(path: $0, role: .needed, place: target) }
    }

    private func below(_ node: XMLNode) -> [String] {
        guard let next = node.first("backingStore") else { return [] }
        return (next.first("source").flatMap(path).map { [$0] } ?? []) + below(next)
    }

    private func path(_ source: XMLNode) -> String? {
        if let pool = source.attribute("pool"), let name = source.attribute("volume") { return volumePath(pool, name) }
        return source.attribute("file") ?? source.attribute("dev")
    }

    /// The files that a snapshot speaks of: the images that it made, and those that the guest had before.
    func files(ofSnapshot snapshot: XMLDocument) -> [GuestFile] {
        let root = snapshot.root, name = root.value("name") ?? ""
        let made = root.all("disks/disk/source").compactMap(path)
        let before = [root.first("domain"), root.first("inactiveDomain")].compactMap(\.self)
            .flatMap { $0.all("devices/disk") }
            .flatMap(disk).filter { $0.role == .disk }.map(\.path)
        let memory = root.value("memory/@file").map { [GuestFile(path: $0, role: .snapshotMemory, place: name)] } ?? []
        return made.map { GuestFile(path: $0, role: .snapshotDisk, place: name) }
            + before.map { GuestFile(path: $0, role: .formerDisk, place: name) } + memory
    }
}
