internal import FoundationEssentials
internal import Glibc
public import Libvirt

extension ImageStore {
    /// Takes a name out of the store, and its contents where no other name stands for them.
    ///
    /// Whether a guest's disk stands on the contents is not looked at: that is known to hosts, not to the store.
    ///
    /// - Parameter name: The name.
    /// - Returns: What was kept of it.
    /// - Throws: ``Failure`` with kind `missingFile` or `noPermission`.
    @discardableResult
    public func delete(_ name: String) throws -> StoredImage {
        let image = try info(name)
        try locked {
            let others = list().filter { $0.id == image.id && $0.name != image.name }
            guard unlink(file(of: image.name)) == 0 || errno == ENOENT else {
                throw Failure(opening: file(of: image.name), error: errno)
            }
            if others.isEmpty { unlink(image.path) }
        }
        return image
    }

    /// Who on a host needs the contents of an image.
    ///
    /// - Parameters:
    ///   - name: The image.
    ///   - connection: The host.
    ///   - uri: Its URI.
    /// - Returns: The guests and volumes that have it or stand on it, in words; none when another name stands for the
    ///   same contents.
    /// - Throws: ``Failure`` with kind `missingFile`.
    public func needs(of name: String, on connection: Connection, uri: String) async throws -> [String] {
        let image = try info(name)
        guard !list().contains(where: { $0.id == image.id && $0.name != image.name }) else { return [] }
        let storage = try await HostStorage.read(connection, uri: uri, store: self)
        return storage.guestsNeeding(image.path) + storage.filesNeeding(image.path)
    }

    /// Reads an image and compares it with its checksum.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - progress: Called now and then.
    /// - Returns: The image.
    /// - Throws: ``Failure`` with kind `failed` when the contents are not what they were.
    public func verify(
        _ name: String, progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws -> StoredImage {
        let image = try info(name)
        return try await onThread {
            let file = try LocalFile(image.path)
            let digest = try RunningDigest(.sha256)
            var done: UInt64 = 0
            try file.forEachPiece { piece in
                digest.add(piece)
                done += UInt64(piece.count)
                progress(Progress(stage: .checking, name: name, done: .bytes(done), total: .bytes(file.size)))
            }
            let found = digest.finish()
            guard found == image.id else {
                throw Failure(
                    .failed, "image '\(name)'",
                    "its contents have changed: sha256 is \(found.prefix(16))…, and was "
                        + "\(image.id?.prefix(16) ?? "")…",
                    hint: "guests that stand on it may be damaged; strata image delete \(name), then fetch it again")
            }
            _ = try DiskImage.read(image.path)
            return image
        }
    }

    /// What has been left in the folder that no name stands for: downloads that were cut off, and contents whose name
    /// was never written.
    ///
    /// - Returns: The paths; what another process is working on is not among them.
    public func leftovers() -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let known = Set(list().map(\.path))
        return files.sorted().map { folder + "/" + $0 }.filter { path in
            let name = path.dropFirst(folder.count + 1)
            if name.hasPrefix(".part-") { return !name.hasSuffix(".json") && !PartFile.isInUse(path) }
            return name.hasPrefix("sha256-") && !known.contains(path)
        }
    }
}
