/// The header of a qcow2 image, as far as it decides whether the image can be believed.
struct QCOW2Header {
    static let magic: [UInt8] = [0x51, 0x46, 0x49, 0xFB]

    private let path: String
    private let version: UInt64
    private let backingFileOffset: UInt64
    private let clusterBits: UInt64
    let virtualSize: UInt64
    private let encryption: UInt64
    private let tableLength: UInt64
    private let tableOffset: UInt64
    private let countsOffset: UInt64
    private let features: Set<Feature>
    private let hasUnknownFeatures: Bool

    /// What a reader must know about to read the image at all.
    private enum Feature: UInt64, CaseIterable {
        case dirty = 1
        case corrupt = 2
        case externalData = 4
        case otherCompression = 8
        case subclusters = 16
    }

    init(_ bytes: [UInt8], of path: String) throws {
        func number(at offset: Int, _ count: Int) -> UInt64 {
            bytes.dropFirst(offset).prefix(count).reduce(0) { $0 << 8 | UInt64($1) }
        }
        guard bytes.count >= 104 else {
            throw Failure(.badDefinition, path, "it is a qcow2 image that ends in its header", hint: Self.cutOff)
        }
        self.path = path
        version = number(at: 4, 4)
        backingFileOffset = number(at: 8, 8)
        clusterBits = number(at: 20, 4)
        virtualSize = number(at: 24, 8)
        encryption = number(at: 32, 4)
        tableLength = number(at: 36, 4)
        tableOffset = number(at: 40, 8)
        countsOffset = number(at: 48, 8)
        let features = version >= 3 ? number(at: 72, 8) : 0
        self.features = Set(Feature.allCases.filter { features & $0.rawValue != 0 })
        hasUnknownFeatures = features & ~Feature.allCases.reduce(0) { $0 | $1.rawValue } != 0
    }

    private static let cutOff = "it may have been cut off on its way here"
    private static let alone = "qemu-img convert -O qcow2, where it was made, makes one that stands alone"

    /// Finds what is wrong with it, the first thing first.
    func check(against file: LocalFile) throws {
        for (isSo, why, hint) in problems(size: file.size) where isSo() {
            throw Failure(.badDefinition, path, why, hint: hint)
        }
    }

    private func problems(size: UInt64) -> [(isSo: () -> Bool, why: String, hint: String?)] {
        [
            ({ ![2, 3].contains(version) }, "it is qcow2 of version \(version), and QEMU knows 2 and 3", nil),
            (
                { backingFileOffset != 0 },
                "it stands on another file of the host that it names, and could read any file that way", Self.alone
            ),
            (
                { features.contains(.externalData) },
                "its data is in another file of the host that it names, and could be any file that way", Self.alone
            ),
            ({ hasUnknownFeatures }, "it needs features of qcow2 that are not known here", Self.alone),
            ({ features.contains(.corrupt) }, "it is marked as damaged", "qemu-img check -r all may mend it"),
            ({ encryption != 0 }, "it is encrypted", "qemu-img convert makes one that is not"),
            ({ !(9...21).contains(clusterBits) }, "its clusters are of an impossible size", nil),
            ({ virtualSize == 0 }, "its disk has no size", nil),
            ({ virtualSize > Self.largest }, "its disk would be larger than any can be", nil),
            ({ tableLength * 8 > Self.largestTable || tableLength < tableNeeded }, "its table is of a wrong size", nil),
            ({ !isInside(tableOffset, tableLength * 8, size) }, "its table is outside of the file", Self.cutOff),
            ({ !isInside(countsOffset, 8, size) }, "its counts are outside of the file", Self.cutOff),
        ]
    }

    /// QEMU's own limits.
    private static let largest: UInt64 = 1 << 56
    private static let largestTable: UInt64 = 32 << 20

    /// How many entries cover the disk: each stands for a cluster full of pointers to clusters.
    private var tableNeeded: UInt64 {
        let entryBytes: UInt64 = features.contains(.subclusters) ? 16 : 8
        let (covered, overflow) = (1 << clusterBits as UInt64)
            .multipliedReportingOverflow(by: (1 << clusterBits) / entryBytes)
        return overflow ? 1 : (virtualSize + covered - 1) / covered
    }

    private func isInside(_ offset: UInt64, _ count: UInt64, _ size: UInt64) -> Bool {
        let (end, overflow) = offset.addingReportingOverflow(count)
        return !overflow && offset >= 104 && end <= size
    }
}
