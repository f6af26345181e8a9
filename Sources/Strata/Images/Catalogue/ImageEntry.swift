/// An image that can be fetched.
public struct ImageEntry: Hashable, Sendable {
    /// What it is called on a command line, such as `debian-12`.
    public var name: String
    /// Where it is: `https`, `http` or `file`.
    public var url: String
    /// Where the makers keep its checksum.
    public var checksumURL: String?
    /// How the checksum is made.
    public var algorithm: ChecksumAlgorithm?
    /// The format that it comes in.
    public var format: ImageFormat
    /// The system in it, by its short id in the osinfo database.
    public var system: String?

    /// An image of that name.
    public init(
        name: String, url: String, checksumURL: String? = nil, algorithm: ChecksumAlgorithm? = nil,
        format: ImageFormat, system: String? = nil
    ) {
        self.name = name
        self.url = url
        self.checksumURL = checksumURL
        self.algorithm = algorithm
        self.format = format
        self.system = system
    }

    /// What the file is called at its place.
    public var fileName: String { String(url.split(separator: "/").last ?? "") }
}

/// How a checksum is made.
public enum ChecksumAlgorithm: String, Codable, Hashable, Sendable, CaseIterable {
    /// SHA-256.
    case sha256
    /// SHA-512.
    case sha512

    /// How many hexadecimal digits it has.
    public var digits: Int { self == .sha256 ? 64 : 128 }
}

/// The format of an image.
public enum ImageFormat: String, Codable, Hashable, Sendable, CaseIterable {
    /// QEMU's own.
    case qcow2
    /// The bytes of the disk, and nothing else.
    case raw
}
