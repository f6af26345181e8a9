internal import CLibvirt
public import Quantities

extension StorageVolumeReference where Mode == ReadWrite {
    /// The volume's bytes as they are on its host, chunk by chunk.
    ///
    /// What the bytes mean depends on the volume's format; nothing is converted. libvirt itself allows it only to those
    /// who may change things. A large download is made of several requests, so that a slow reader does not fill the
    /// memory: a volume that is deleted or replaced meanwhile breaks it.
    /// - Parameters:
    ///   - offset: The first byte; behind the end, nothing comes.
    ///   - length: How many bytes at most; `nil` for all that follow.
    /// - Returns: The chunks; each iterator is a download of its own. Reading throws ``LibvirtError`` with code
    ///   `noStorageVolume` when the volume is gone, `operationInvalid` when its pool is not active.
    ///
    /// libvirt: [`virStorageVolDownload`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolDownload)
    public func download(from offset: ByteCount = .zero, length: ByteCount? = nil) -> StreamDownload {
        StreamDownload(source: source(offset, length))
    }

    /// The volume's bytes as they are on its host, without those in holes; otherwise as ``download(from:length:)``.
    ///
    /// libvirt: [`virStorageVolDownload`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolDownload)
    public func sparseDownload(from offset: ByteCount = .zero, length: ByteCount? = nil) -> SparseStreamDownload {
        SparseStreamDownload(source: source(offset, length, .sparseStream))
    }

    /// Opens the volume for writing its bytes as they are on its host.
    ///
    /// What stands there is overwritten as the bytes arrive; an aborted upload leaves the volume half written. A file
    /// grows when more is sent than fits, unless `length` is given.
    /// - Parameters:
    ///   - offset: Where the first byte goes.
    ///   - length: How many bytes may be sent; `nil` for any number.
    ///   - options: `.sparseStream` to be able to leave holes.
    /// - Returns: The writer.
    /// - Throws: ``LibvirtError`` with code `noStorageVolume` when the volume is gone, `operationInvalid` when its pool is
    ///   not active.
    ///
    /// libvirt: [`virStorageVolUpload`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolUpload)
    public func upload(
        at offset: ByteCount = .zero, length: ByteCount? = nil, _ options: StorageVolumeUploadOptions = []
    ) async throws -> StreamUpload {
        StreamUpload(sender: try await makeSender(offset, length, options))
    }

    /// Uploads what `body` writes: finishes when it returns, aborts when it throws.
    ///
    /// - Parameters:
    ///   - offset: Where the first byte goes.
    ///   - length: How many bytes may be sent; `nil` for any number.
    ///   - options: `.sparseStream` to be able to leave holes.
    ///   - body: Writes the bytes.
    /// - Returns: What `body` returned, once the other side has said that everything arrived.
    /// - Throws: What `body` throws, and ``LibvirtError`` when not everything arrived.
    ///
    /// libvirt: [`virStorageVolUpload`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolUpload)
    public func withUpload<Result>(
        at offset: ByteCount = .zero, length: ByteCount? = nil, _ options: StorageVolumeUploadOptions = [],
        _ body: (inout StreamUpload) async throws -> Result
    ) async throws -> Result {
        var upload = try await upload(at: offset, length: length, options)
        let result: Result
        do {
            result = try await body(&upload)
        } catch {
            await upload.abort()
            throw error
        }
        try await upload.finish()
        return result
    }

    func source(
        _ offset: ByteCount, _ length: ByteCount?, _ options: StorageVolumeDownloadOptions = []
    ) -> StreamSource {
        let handle = handle
        return StreamSource(
            connection: registrations.connection, subject: handle.subject, offset: offset.bytes, length: length?.bytes,
            isSparse: options.contains(.sparseStream)
        ) { stream, offset, length in
            try handle.withUnsafePointer { volume in
                let result = virStorageVolDownload(volume, stream, offset, length, options.rawValue)
                try check(result, "virStorageVolDownload", StorageVolumeKind.describe(volume))
            }
        } size: {
            try handle.withUnsafePointer { try StorageVolumeInfo(of: $0, .physical).allocation.bytes }
        }
    }

    func makeSender(
        _ offset: ByteCount, _ length: ByteCount?, _ options: StorageVolumeUploadOptions
    ) async throws -> StreamSender {
        guard length != .zero else {
            // libvirt would take 0 for «any number».
            throw LibvirtError(
                code: .invalidArgument, message: "an upload of no bytes", call: "virStorageVolUpload",
                subject: handle.subject)
        }
        let connection = registrations.connection
        return try await handle.call(lane: .long) { volume in
            let subject = StorageVolumeKind.describe(volume)
            return StreamSender(
                try OpenStream(on: connection, subject) { stream in
                    let result = virStorageVolUpload(
                        volume, stream, offset.bytes, length?.bytes ?? 0, options.rawValue)
                    try check(result, "virStorageVolUpload", subject)
                })
        }
    }
}
