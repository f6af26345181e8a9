internal import Glibc
internal import Synchronization
public import Quantities

extension StorageVolumeReference where Mode == ReadWrite {
    /// Downloads the volume to a file of this machine.
    ///
    /// The bytes go to a file beside it, which takes the name only when all have come: whatever happens, `path` has the
    /// whole volume or what it had before.
    /// - Parameters:
    ///   - path: The file.
    ///   - offset: The volume's first byte to download.
    ///   - length: How many bytes at most; `nil` for all that follow.
    ///   - options: `.sparseStream` to leave the volume's holes out and make them in the file.
    ///   - progress: Gets how much has come so far, holes included.
    /// - Returns: How much has come, holes included.
    /// - Throws: ``LibvirtError``, with code `systemError` when the file cannot be written, and `CancellationError`; the
    ///   download is aborted then.
    ///
    /// libvirt: [`virStorageVolDownload`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolDownload)
    @discardableResult
    public func download(
        to path: String, from offset: ByteCount = .zero, length: ByteCount? = nil,
        _ options: StorageVolumeDownloadOptions = [], progress: (ByteCount) -> Void = { _ in }
    ) async throws -> ByteCount {
        let partial = "\(path).\(getpid())-\(partialFiles.add(1, ordering: .relaxed).newValue).part"
        let file = try await BlockingExecutor.run { try LocalFile(opening: partial, O_WRONLY | O_CREAT | O_EXCL) }
        var source = self.source(offset, length, options)
        // A local file is no slow reader, and each request anew costs a pause.
        source.window = 128 << 20
        do {
            let total = try await StreamReceiver(source).run(to: file, progress)
            try await BlockingExecutor.run {
                try file.close()
                guard rename(partial, path) == 0 else { throw LocalFile.error(errno, "rename", "file '\(path)'") }
            }
            return total
        } catch {
            _ = try? await BlockingExecutor.run { unlink(partial) }
            throw error
        }
    }

    /// Downloads the volume to an open file, pipe or socket of this process.
    ///
    /// - Parameters:
    ///   - descriptor: Where to write, from its present position on; it stays open and the caller's.
    ///   - offset: The volume's first byte to download.
    ///   - length: How many bytes at most; `nil` for all that follow.
    ///   - options: `.sparseStream` to leave the volume's holes out; they become holes behind the end of a regular file,
    ///     and zeros anywhere else.
    ///   - progress: Gets how much has come so far, holes included.
    /// - Returns: How much has come, holes included.
    /// - Throws: ``LibvirtError``, with code `systemError` when the file cannot be written, and `CancellationError`; the
    ///   download is aborted then, and what has come so far stands in the file.
    ///
    /// libvirt: [`virStorageVolDownload`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolDownload)
    @discardableResult
    public func download(
        toDescriptor descriptor: Int32, from offset: ByteCount = .zero, length: ByteCount? = nil,
        _ options: StorageVolumeDownloadOptions = [], progress: (ByteCount) -> Void = { _ in }
    ) async throws -> ByteCount {
        let receiver = StreamReceiver(source(offset, length, options))
        return try await receiver.run(to: LocalFile(borrowing: descriptor), progress)
    }

    /// Uploads a file of this machine into the volume.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - offset: Where in the volume the first byte goes.
    ///   - length: How much of the file; `nil` for all of it.
    ///   - options: `.sparseStream` to leave the file's holes out, for a volume that holds nothing yet: elsewhere, what
    ///     stands in the volume where the file has holes may stay, and a raw volume ends where the file does.
    ///   - progress: Gets how much has been sent so far, holes included.
    /// - Returns: How much was sent, holes included.
    /// - Throws: ``LibvirtError``, with code `systemError` when the file cannot be read, and `CancellationError`; the
    ///   upload is aborted then and the volume half written.
    ///
    /// libvirt: [`virStorageVolUpload`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolUpload)
    @discardableResult
    public func upload(
        from path: String, at offset: ByteCount = .zero, length: ByteCount? = nil,
        _ options: StorageVolumeUploadOptions = [], progress: (ByteCount) -> Void = { _ in }
    ) async throws -> ByteCount {
        let file = try await BlockingExecutor.run { try LocalFile(opening: path, O_RDONLY) }
        return try await upload(file, offset, length, options, progress)
    }

    /// Uploads what an open file, pipe or socket of this process has, into the volume.
    ///
    /// Cancelling does not interrupt the wait for a pipe or socket that has nothing yet.
    /// - Parameters:
    ///   - descriptor: Where to read, from its present position on; it stays open and the caller's.
    ///   - offset: Where in the volume the first byte goes.
    ///   - length: How many bytes at most; `nil` for all that follow.
    ///   - options: As for ``upload(from:at:length:_:progress:)``.
    ///   - progress: Gets how much has been sent so far, holes included.
    /// - Returns: How much was sent, holes included.
    /// - Throws: As for ``upload(from:at:length:_:progress:)``.
    ///
    /// libvirt: [`virStorageVolUpload`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolUpload)
    @discardableResult
    public func upload(
        fromDescriptor descriptor: Int32, at offset: ByteCount = .zero, length: ByteCount? = nil,
        _ options: StorageVolumeUploadOptions = [], progress: (ByteCount) -> Void = { _ in }
    ) async throws -> ByteCount {
        try await upload(LocalFile(borrowing: descriptor), offset, length, options, progress)
    }

    private func upload(
        _ file: LocalFile, _ offset: ByteCount, _ length: ByteCount?, _ options: StorageVolumeUploadOptions,
        _ progress: (ByteCount) -> Void
    ) async throws -> ByteCount {
        let pieces = LocalFilePieces(of: file, length: length?.bytes, seesHoles: options.contains(.sparseStream))
        return try await makeSender(offset, length, options).run(from: pieces, progress)
    }
}

/// How many files downloads have begun to write, so that no two have one name.
private let partialFiles = Atomic<Int>(0)
