public import Quantities

/// What the first bytes of a disk image say of it.
///
/// They are read here, and never by a program that would follow what they say: an image from elsewhere may name any
/// file of the host as the rest of it.
public struct DiskImage: Hashable, Sendable {
    /// The format.
    public var format: ImageFormat
    /// The size of the disk that a guest sees.
    public var virtualSize: ByteCount
    /// How much the file holds.
    public var size: ByteCount

    /// Looks at a file.
    ///
    /// - Parameter path: The image, a regular file.
    /// - Returns: What it is.
    /// - Throws: ``Failure`` with kind `badDefinition` when it is no image that a guest can safely be made of, and
    ///   `missingFile` or `noPermission`.
    public static func read(_ path: String) throws -> DiskImage {
        let file = try LocalFile(path)
        let head = try file.read(at: 0, count: 512)
        let size = ByteCount.bytes(file.size)
        if head.starts(with: QCOW2Header.magic) {
            let header = try QCOW2Header(head, of: path)
            try header.check(against: file)
            return DiskImage(format: .qcow2, virtualSize: .bytes(header.virtualSize), size: size)
        }
        if let other = OtherFormat.all.first(where: { $0.matches(head) }) {
            throw Failure(
                .badDefinition, path, "it is \(other.name), and no disk image of qcow2 or raw", hint: other.hint)
        }
        guard file.size > 0, file.size % 512 == 0 else {
            throw Failure(
                .badDefinition, path,
                file.size == 0 ? "it is empty" : "it is not qcow2, and its length is no whole number of sectors",
                hint: "it may have been cut off on its way here")
        }
        return DiskImage(format: .raw, virtualSize: size, size: size)
    }
}

/// Formats that are told apart only to say what to do about them.
private struct OtherFormat {
    var name: String
    var magic: [UInt8]
    var offset = 0
    var hint: String

    func matches(_ head: [UInt8]) -> Bool { head.dropFirst(offset).starts(with: magic) }

    private static let convert = "qemu-img convert -O qcow2 makes an image of it"

    static let all: [OtherFormat] =
        [
            ("a VMDK image", "KDMV"), ("a VMDK description", "# Disk DescriptorFile"), ("a VHD image", "conectix"),
            ("a VHDX image", "vhdxfile"), ("a QED image", "QED\0"), ("a Parallels image", "WithoutFreeSpace"),
            ("a Parallels image", "WithouFreSpacExt"),
        ].map { OtherFormat(name: $0, magic: Array($1.utf8), hint: convert) }
        + [
            OtherFormat(name: "a VirtualBox image", magic: [0x7F, 0x10, 0xDA, 0xBE], offset: 64, hint: convert),
            OtherFormat(name: "packed by gzip", magic: [0x1F, 0x8B], hint: "unpack it with gunzip first"),
            OtherFormat(name: "packed by xz", magic: [0xFD] + Array("7zXZ\0".utf8), hint: "unpack it with unxz first"),
            OtherFormat(name: "packed by zstd", magic: [0x28, 0xB5, 0x2F, 0xFD], hint: "unpack it with unzstd first"),
            OtherFormat(name: "packed by bzip2", magic: Array("BZh".utf8), hint: "unpack it with bunzip2 first"),
            OtherFormat(name: "packed by zip", magic: Array("PK\u{3}\u{4}".utf8), hint: "unpack it with unzip first"),
        ]
        + ["<!DOCTYPE", "<!doctype", "<html", "<HTML", "<?xml"].map {
            OtherFormat(
                name: "a page of text", magic: Array($0.utf8),
                hint: "the address leads to a page, not to the image on it")
        }
}
