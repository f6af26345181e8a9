internal import Libvirt

extension ImageStore {
    /// What a pull came to.
    public struct Pulled: Sendable {
        /// The image.
        public var image: StoredImage
        /// Whether its contents are new; otherwise the store had the newest already.
        public var isNew: Bool
    }

    /// The image that a word means, fetched only where the store does not have it.
    ///
    /// - Parameters:
    ///   - reference: A path, used where it is; an `https`, `http` or `file` URL, which may end with `#sha256=…`; a
    ///     name in the store or in the catalogue.
    ///   - progress: Called now and then while it takes time.
    /// - Returns: The image; its contents have been compared with the checksum that its maker gives, where there is one.
    /// - Throws: ``Failure``, or `CancellationError`; a download that was cut off goes on from there the next time.
    public func obtain(
        _ reference: String, progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws -> StoredImage {
        if let image = try present(reference) { return image }
        let source = try ImageReference(reference, catalogue: catalogue).source(named: nil)
        return try await fetch(source, checksum: nil, progress: progress)
    }

    /// The image that a word means; `nil` where it would have to be fetched.
    func present(_ reference: String) throws -> StoredImage? {
        if !reference.contains("/"), let image = record(named: reference) { return image }
        switch try ImageReference(reference, catalogue: catalogue) {
        case .file(let path): return try inPlace(path)
        case .source(let source):
            if let path = FileURL.path(source.url), !source.isInCatalogue, source.proof == .none {
                return try inPlace(path)
            }
            return stored(source)
        }
    }

    /// Fetches the newest of an image into the store.
    ///
    /// - Parameters:
    ///   - reference: A URL, or a name of the catalogue.
    ///   - name: What to call it; by default the name in the catalogue, or that of the file.
    ///   - progress: Called now and then.
    /// - Returns: The image, and whether it is new.
    /// - Throws: As ``obtain(_:progress:)``.
    public func pull(
        _ reference: String, as name: String? = nil, progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws -> Pulled {
        let source = try ImageReference(reference, catalogue: catalogue).source(named: name)
        let checksum = try await onThread { try source.currentChecksum() }
        let old = stored(source)
        if let checksum, let old, old.name == source.name, old.checksum == checksum {
            return Pulled(image: old, isNew: false)
        }
        let image = try await fetch(source, checksum: checksum, insteadOf: old, progress: progress)
        return Pulled(image: image, isNew: image.id != old?.id || image.name != old?.name)
    }

    private func inPlace(_ path: String) throws -> StoredImage {
        let path = DefinitionFolder.absolute(path)
        return StoredImage(inPlace: path, try DiskImage.read(path))
    }

    /// What was fetched from there before.
    private func stored(_ source: ImageSource) -> StoredImage? {
        if source.isInCatalogue { return record(named: source.name) }
        return list().first { image in
            if case .checksum(let wanted) = source.proof, image.checksum != wanted { return false }
            return image.source == source.url
        }
    }

    /// Fetches contents, one process at a time for each source.
    private func fetch(
        _ source: ImageSource, checksum: ImageChecksum?, insteadOf old: StoredImage? = nil,
        progress: @escaping @Sendable (Progress) -> Void
    ) async throws -> StoredImage {
        try prepare()
        return try await onThread {
            let checksum = try checksum ?? source.currentChecksum()
            let key = try RunningDigest.of(source.url).prefix(16)
            while true {
                // A lock of another process has no event to wait for.
                if let part = try PartFile.open(
                    "\(folder)/.part-\(key)", Set([.sha256, checksum?.algorithm].compactMap(\.self)))
                {
                    // Another process may have been faster; its image has left the place of the part before it has a
                    // name, both while it had the folder's lock.
                    if let image = try locked({ stored(source) }), image != old,
                        checksum == nil || image.checksum == checksum
                    {
                        part.remove()
                        return image
                    }
                    return try await fetch(source, into: part, checksum, progress)
                }
                progress(Progress(stage: .waiting, name: source.name, done: .zero))
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }

    private func fetch(
        _ source: ImageSource, into part: PartFile, _ checksum: ImageChecksum?,
        _ progress: @escaping @Sendable (Progress) -> Void
    ) async throws -> StoredImage {
        if let path = FileURL.path(source.url) {
            try copy(path, into: part) { progress($0.named(source.name)) }
        } else {
            do {
                try await Download(url: source.url, part: part) { done, total in
                    progress(
                        Progress(
                            stage: .downloading, name: source.name, done: .bytes(done), total: total.map { .bytes($0) })
                    )
                }.perform()
            } catch {
                if part.length == 0 { part.remove() }
                throw error
            }
        }
        return try keep(part, of: source, checksum)
    }

    /// Runs `body` where it may block.
    func onThread<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result {
        try await withTaskExecutorPreference(BlockingExecutor.shared) { try await body() }
    }
}

extension ImageStore.Progress {
    func named(_ name: String) -> Self {
        var progress = self
        progress.name = name
        return progress
    }
}

extension ImageSource {
    /// What the contents must be, by what the user or their maker says now; `nil` where nobody says anything.
    func currentChecksum() throws -> ImageChecksum? {
        switch proof {
        case .none: return nil
        case .checksum(let checksum): return checksum
        case .list(let place, let algorithm):
            let file = String(url.split(separator: "/").last ?? "")
            let list = ChecksumList(try SmallDownload.text(place), algorithm: algorithm)
            guard let digest = list.digest(of: file) else {
                throw Failure(
                    .failed, "image '\(name)'", "\(place) has no \(algorithm) of \(file)",
                    hint: "the entry in the catalogue no longer fits what is there; an entry of the same name in "
                        + "\(ImageCatalogue.files.last ?? "") takes its place")
            }
            return ImageChecksum(algorithm, digest)
        }
    }
}
