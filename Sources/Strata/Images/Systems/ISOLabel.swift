internal import Glibc

/// What the primary volume descriptor of an ISO 9660 image says of it.
public struct ISOLabel: Hashable, Sendable {
    /// One of the fields by which a system's media are recognised.
    public enum Field: String, CaseIterable, Sendable {
        /// The name of the volume.
        case volume = "volume-id"
        /// The system that it is for.
        case system = "system-id"
        /// Who published it.
        case publisher = "publisher-id"
        /// What it was made with.
        case application = "application-id"
    }

    private var values: [Field: String]

    /// A label of these fields.
    public init(_ values: [Field: String]) { self.values = values.filter { !$0.value.isEmpty } }

    /// The text of a field, `nil` when it is empty.
    public subscript(field: Field) -> String? { values[field] }

    /// Reads the label of an image.
    ///
    /// - Parameter path: The image, a file or a device.
    /// - Returns: `nil` when it holds no ISO 9660 file system.
    /// - Throws: ``Failure`` with kind `missingFile` or `noPermission`.
    public static func read(_ path: String) throws -> ISOLabel? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Failure(opening: path, error: errno) }
        defer { close(descriptor) }
        // The first sixteen sectors are not the file system's.
        let sector = [UInt8](unsafeUninitializedCapacity: 2048) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, 16 * 2048))
        }
        return ISOLabel(descriptor: sector)
    }

    private init?(descriptor sector: [UInt8]) {
        let primary: [UInt8] = [1] + Array("CD001".utf8)
        guard sector.count == 2048, sector.starts(with: primary) else { return nil }
        func text(_ range: Range<Int>) -> String {
            let bytes = sector[range].prefix { $0 != 0 }
            let end = bytes.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? bytes.startIndex
            return String(decoding: bytes[..<end], as: UTF8.self)
        }
        self.init([
            .system: text(8..<40), .volume: text(40..<72), .publisher: text(318..<446), .application: text(574..<702),
        ])
    }
}

extension Failure {
    /// A file that cannot be opened.
    ///
    /// - Parameters:
    ///   - path: The file, with the option that names it before.
    ///   - error: The system's number for the reason.
    ///   - hint: What to do where there is no such file.
    init(opening path: String, error: Int32, hint: String? = nil) {
        let why = String(cString: strerror(error))
        if error == ENOENT || error == ENOTDIR {
            self.init(.missingFile, path, why, hint: hint)
        } else {
            self.init(.noPermission, path, why, hint: "change the rights of the file and its folders, or use sudo")
        }
    }
}
