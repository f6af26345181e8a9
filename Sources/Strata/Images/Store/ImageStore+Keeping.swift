internal import FoundationEssentials
internal import Glibc
internal import Quantities

extension ImageStore {
    /// Copies a file of this host into the store.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - name: What to call it; by default the file's name without its ending.
    ///   - os: The system in it, by its short id.
    ///   - progress: Called now and then.
    /// - Returns: The image.
    /// - Throws: ``Failure`` with kind `badDefinition` when it is none, `nameTaken` when the name stands for others.
    public func importing(
        _ path: String, as name: String? = nil, os: String? = nil,
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws -> StoredImage {
        let path = DefinitionFolder.absolute(path)
        let name = name ?? ImageName.plain(String(path.split(separator: "/").last ?? ""))
        try ImageName.check(name)
        // Looked at before anything is copied, and again when the copy stands.
        _ = try DiskImage.read(path)
        var source = try ImageSource(url: "file:///import")
        (source.name, source.url, source.os) = (name, path, os)
        try prepare()
        return try await onThread { [source] in
            let key = String(UInt64.random(in: .min ... .max), radix: 36)
            guard let part = try PartFile.open("\(folder)/.part-\(key)", [.sha256]) else {
                throw Failure(.failed, path, "cannot be copied into \(folder)")
            }
            do {
                try copy(path, into: part) { progress($0.named(name)) }
                return try keep(part, of: source, nil, replaces: false)
            } catch {
                part.remove()
                throw error
            }
        }
    }

    /// Copies a file; where the file system shares blocks between files, nothing is moved at all.
    func copy(_ path: String, into part: PartFile, _ progress: (Progress) -> Void) throws {
        let file = try LocalFile(path)
        try part.begin(PartFile.Version())
        let total = ByteCount.bytes(file.size)
        func tell(_ stage: Progress.Stage) {
            progress(Progress(stage: stage, name: "", done: .bytes(part.length), total: total))
        }
        if part.share(with: file) {
            return try part.readWhatIsThere { tell(.checking) }
        }
        try part.makeSureThereIsRoom(for: file.allocated)
        try file.forEachPiece { piece in
            try part.append(piece)
            tell(.copying)
        }
    }

    /// Compares the contents with what they must be, and gives them their name; nothing stays of those that fail.
    func keep(
        _ part: PartFile, of source: ImageSource, _ checksum: ImageChecksum?, replaces: Bool = true
    ) throws -> StoredImage {
        do {
            let digests = try part.finish()
            if let checksum, digests[checksum.algorithm] != checksum.digest {
                throw source.failed(checksum, found: digests[checksum.algorithm] ?? "")
            }
            let image = try DiskImage.read(part.path)
            if let wanted = source.format, wanted != image.format {
                throw Failure(
                    .badDefinition, "image '\(source.name)'", "it is \(image.format), and should be \(wanted)")
            }
            guard let id = digests[.sha256] else { throw Failure(.failed, source.name, "it has no checksum") }
            return try keep(part, source, image, id: id, checksum, replaces: replaces)
        } catch let failure as Failure {
            part.remove()
            throw failure.about(source, at: part.path)
        }
    }

    private func keep(
        _ part: PartFile, _ source: ImageSource, _ image: DiskImage, id: String, _ checksum: ImageChecksum?,
        replaces: Bool
    ) throws -> StoredImage {
        let path = folder + "/" + StoredImage.contentName(id: id, format: image.format.rawValue)
        var stored = StoredImage(
            id: id, name: source.name, path: path, format: image.format.rawValue, virtualSize: image.virtualSize,
            size: image.size, os: source.os, source: source.url, checksum: checksum, added: Date())
        return try locked {
            let old = record(named: stored.name)
            if let old, old.id != id {
                // What the user imported under the name is theirs.
                if !replaces || !old.source.contains("://") { throw nameTaken(old) }
                // Another image of the same name from elsewhere keeps its name.
                if !source.isInCatalogue, old.source != stored.source { stored.name += "-" + id.prefix(8) }
            }
            if stored.os == nil { stored.os = old?.id == id ? old?.os : nil }
            if access(path, F_OK) == 0 { part.remove() } else { try part.move(to: path) }
            try write(stored)
            return stored
        }
    }

    private func write(_ image: StoredImage) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            try encoder.encode(image).write(to: URL(filePath: file(of: image.name)), options: .atomic)
        } catch {
            throw Failure(.noPermission, file(of: image.name), "cannot be written: \(error)")
        }
    }

    private func nameTaken(_ image: StoredImage) -> Failure {
        Failure(
            .nameTaken, "image '\(image.name)'", "the name stands for other contents, from \(image.source)",
            hint: "give it another name with --name, or strata image delete \(image.name) first")
    }
}

extension ImageSource {
    fileprivate func failed(_ checksum: ImageChecksum, found: String) -> Failure {
        Failure(
            .failed, "image '\(name)'",
            "its \(checksum.algorithm) is \(found.prefix(16))…, and should be \(checksum.digest.prefix(16))…",
            hint:
                "nothing of it was kept. Try again; if it stays so, what is at \(url) is not what its maker vouches for"
        )
    }
}

extension Failure {
    /// The user knows the image by where it came from, not by the file that it was on the way.
    fileprivate func about(_ source: ImageSource, at path: String) -> Failure {
        var failure = self
        if failure.what == path { failure.what = source.url }
        return failure
    }
}
