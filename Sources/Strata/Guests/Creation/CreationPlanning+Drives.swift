internal import FoundationEssentials
internal import Glibc
internal import Libvirt
internal import LibvirtXML
internal import Quantities

extension CreationPlanning {
    /// What the guest boots from and keeps its data on.
    mutating func findDrives(_ adapters: [AdapterDescription]) async throws {
        switch spec.source {
        case .image: if let image { try await addImage(image, adapters) }
        case .iso(let path):
            try checkFile(path, "--iso")
            guard try mode == .remote || ISOLabel.read(path) != nil else {
                throw Failure(
                    .wrongValue, "--iso \(path)", "it holds no ISO 9660 file system",
                    hint: "--disk takes images of disks")
            }
            try await addNewDisk(spec.diskSize ?? system?.usualDisk ?? .gibibytes(20))
            drives.append(GuestBlueprint.Drive(path: path, format: "raw", device: .cdrom))
        case .disk(let text): try await takeDisk(text)
        case .kernel(let kernel, let initrd, _):
            try checkFile(kernel, "--kernel")
            if let initrd { try checkFile(initrd, "--initrd") }
            if spec.firmware == .secureUEFI {
                notes.append("warning: a kernel that the host loads may be started though nobody has signed it")
            }
            try await addNewDisk(spec.diskSize ?? .zero)
        case .network: try await addNewDisk(spec.diskSize ?? system?.usualDisk ?? .gibibytes(20))
        case .definition: return
        }
        for case .new(let size) in spec.moreDisks { try await addNewDisk(size) }
        for case .existing(let text) in spec.moreDisks { _ = try await existingDisk(text, "disk-add") }
        // What is new has a drive of its own by now.
        spec.moreDisks.removeAll { if case .new = $0 { true } else { false } }
    }

    private mutating func addNewDisk(_ size: ByteCount) async throws {
        guard size > .zero else { return }
        try await add(try await volumeFolder().volume(nextVolumeName, "qcow2", size))
    }

    /// Adds a volume that nobody has yet, and a disk on it.
    mutating func add(_ volume: NewVolume, as drive: GuestBlueprint.Drive? = nil) async throws {
        try await refuseTakenVolume(volume)
        volumes.append(volume)
        drives.append(drive ?? GuestBlueprint.Drive(path: volume.path, format: volume.format))
    }

    /// `web.qcow2`, and `web-2.qcow2` for the second one.
    var nextVolumeName: String { spec.name + (volumes.isEmpty ? "" : "-\(volumes.count + 1)") + ".qcow2" }

    mutating func volumeFolder() async throws -> VolumeFolder {
        if let folder { return folder }
        let found = try await VolumeFolder.find(spec.pool, on: connection, mode)
        folder = found
        if let note = found.note { notes.append(note) }
        return found
    }

    func refuseTakenVolume(_ volume: NewVolume) async throws {
        guard let pool = try? await connection.storagePool(named: volume.pool),
            (try? await pool.volume(named: volume.name)) != nil
        else { return }
        throw Failure(
            .nameTaken, "volume '\(volume.pool)/\(volume.name)'", "there is such a volume already",
            hint: "choose another name for the guest, or use that disk: --disk \(volume.path)")
    }

    private func existingDisk(_ text: String, _ option: String) async throws -> ExistingDisk {
        let disk: ExistingDisk
        do {
            disk = try ExistingDisk(text, option)
        } catch {
            // A file that is not there is a better reason than a name that tells nothing.
            if text.contains("/"), !text.contains(",") { try checkFile(text, "--" + option) }
            throw error
        }
        try checkFile(disk.path, "--" + option)
        try disk.checkFormat("--" + option)
        try await refuseTakenDisk(disk)
        return disk
    }

    private mutating func takeDisk(_ text: String) async throws {
        let disk = try await existingDisk(text, "disk")
        drives.append(GuestBlueprint.Drive(path: disk.path, format: disk.format, description: text))
    }

    /// Two guests that write to one disk destroy it.
    private func refuseTakenDisk(_ disk: ExistingDisk) async throws {
        let path = disk.path.realPath
        for (name, definition) in try await connection.keptGuests() {
            let isTaken = definition.disks.contains { $0.source?.realPath == path && !$0.isReadOnly && !$0.isShareable }
            guard isTaken else { continue }
            throw Failure(
                .wrongState, disk.path, "it is a disk of guest '\(name)'; two that write to it would destroy it",
                hint: "use a copy: qemu-img convert -O qcow2 \(disk.path) COPY.qcow2")
        }
    }

    func checkFile(_ path: String, _ option: String, orPipe: Bool = false) throws {
        guard mode != .remote else { return }
        guard !path.isEmpty else {
            throw Failure(.wrongValue, option, "the path is empty", hint: "name a file or a block device")
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw Failure(
                opening: "\(option) \(path)", error: errno,
                hint: "correct the path; a relative one starts at the current folder")
        }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFREG || kind == S_IFBLK || orPipe && kind != S_IFDIR else {
            throw Failure(.wrongValue, "\(option) \(path)", "this is no file", hint: "name a file or a block device")
        }
        // The system's daemon opens files for users who may not.
        guard mode == .system || access(path, R_OK) == 0 else {
            throw Failure(opening: "\(option) \(path)", error: errno)
        }
    }
}

/// A disk that is there, as it is named on the command line.
struct ExistingDisk {
    var path: String
    var format: String
    /// Whether the user said the format, and not only the name of the file.
    let saysFormat: Bool

    /// Reads a path, or `path=…,format=…`; the format is what is said, or what the name tells, and never guessed.
    init(_ text: String, _ option: String) throws {
        var document = try DomainDocument(xml: "<domain/>")
        try document.addDisk(text, option: option)
        guard let disk = document.disks.first, let path = disk.source, let format = disk.format?.rawValue else {
            throw InvalidValue(option, text, "a disk needs path=FILE")
        }
        (self.path, self.format) = (path, format)
        saysFormat = text.contains("format=")
    }

    /// Refuses what the guest would only find out by not booting: cloud images of qcow2 are often called `.img`.
    ///
    /// What is in the file decides nothing: a guest may have written it.
    func checkFormat(_ option: String) throws {
        guard let file = try? LocalFile(path), let head = try? file.read(at: 0, count: 4) else { return }
        let isQCOW2 = head == QCOW2Header.magic
        if format == "qcow2", !isQCOW2 {
            throw Failure(
                .wrongValue, "\(option) \(path)", "it is no qcow2 image",
                hint: "say path=\(path),format=raw if it holds the bytes of a disk")
        }
        if format == "raw", isQCOW2, !saysFormat {
            throw Failure(
                .wrongValue, "\(option) \(path)", "its name stands for raw, and it begins as qcow2 does",
                hint: "say which it is: path=\(path),format=qcow2")
        }
    }
}

extension OSProfile {
    fileprivate var usualDisk: ByteCount? { [minimum.disk, recommended.disk].compactMap(\.self).max() }
}

extension String {
    /// The file behind all links; the same where there is none.
    var realPath: String {
        guard let real = realpath(self, nil) else { return self }
        defer { free(real) }
        return String(cString: real)
    }
}
