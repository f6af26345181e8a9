public import struct FoundationEssentials.Date
public import Quantities

/// An image that a guest can be made of.
public struct StoredImage: Codable, Hashable, Sendable {
    /// The SHA-256 of its contents; `nil` for a file that is used where it is.
    public var id: String?
    /// What it is called.
    public var name: String
    /// Where the file is.
    public var path: String
    /// Its format: `qcow2` or `raw`.
    public var format: String
    /// The size of the disk that a guest sees.
    public var virtualSize: ByteCount
    /// How much the file holds.
    public var size: ByteCount
    /// The system in it, by its short id in the osinfo database.
    public var os: String?
    /// Where it came from: a URL or a path.
    public var source: String
    /// The checksum by which its maker vouches for it.
    public var checksum: ImageChecksum?
    /// When it was put into the store.
    public var added: Date?
}

/// A checksum as its maker gives it.
public struct ImageChecksum: Codable, Hashable, Sendable {
    /// How it is made.
    public var algorithm: ChecksumAlgorithm
    /// What it must be, in small letters.
    public var digest: String

    /// A checksum of that kind.
    public init(_ algorithm: ChecksumAlgorithm, _ digest: String) {
        (self.algorithm, self.digest) = (algorithm, digest.lowercased())
    }
}

extension StoredImage {
    /// What the contents are called in the store.
    static func contentName(id: String, format: String) -> String { "sha256-\(id).\(format)" }

    /// A file that is used where it is.
    init(inPlace path: String, _ image: DiskImage) {
        let name = String(path.split(separator: "/").last ?? "")
        self.init(
            id: nil, name: name, path: path, format: image.format.rawValue, virtualSize: image.virtualSize,
            size: image.size, os: nil, source: path, checksum: nil, added: nil)
    }
}
