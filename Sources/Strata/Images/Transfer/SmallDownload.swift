/// What is small enough to be held in memory, such as a list of checksums.
enum SmallDownload {
    private static let limit = 1 << 20

    /// The text at a URL, `file` among them.
    static func text(_ url: String) throws -> String {
        if let path = FileURL.path(url) {
            return try String(decoding: LocalFile.read(path, limit: limit), as: UTF8.self)
        }
        var bytes: [UInt8] = []
        let transfer = Transfer(url: url) { piece in
            guard bytes.count + piece.count <= limit else {
                throw Failure(.failed, url, "it is larger than a list of checksums can be")
            }
            bytes += piece
        }
        do { _ = try transfer.perform() } catch let error as TransferError { throw Failure(error, from: url) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// URLs of files on this host.
enum FileURL {
    /// The path that a `file` URL stands for; `nil` for other URLs.
    static func path(_ url: String) -> String? {
        guard url.hasPrefix("file:///") else { return nil }
        let text = url.dropFirst("file://".count)
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
