import Foundation
import Strata
import TestSupport
import Testing

/// Files that say of themselves what they are, and lie about it.
@Suite("Disk images") struct DiskImageTests {
    /// A qcow2 image of 1 GiB as far as anybody looks: a header, and room for its tables.
    private static func qcow2(_ changes: [(offset: Int, bytes: [UInt8])] = []) -> Data {
        var data = Data(count: 256 << 10)
        func put(_ offset: Int, _ bytes: [UInt8]) { data.replaceSubrange(offset..<offset + bytes.count, with: bytes) }
        put(0, [0x51, 0x46, 0x49, 0xFB, 0, 0, 0, 3])
        put(20, [0, 0, 0, 16])
        put(24, [0, 0, 0, 0, 0x40, 0, 0, 0])
        put(36, [0, 0, 0, 2])
        put(40, [0, 0, 0, 0, 0, 3, 0, 0])
        put(48, [0, 0, 0, 0, 0, 1, 0, 0])
        put(100, [0, 0, 0, 104])
        for change in changes { put(change.offset, change.bytes) }
        return data
    }

    private func read(_ data: Data) async throws -> DiskImage {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "image")
            try data.write(to: file)
            return try DiskImage.read(file.path)
        }
    }

    @Test func aSoundImageIsTaken() async throws {
        let image = try await read(Self.qcow2())
        #expect(image.format == .qcow2 && image.virtualSize == .gibibytes(1) && image.size == .kibibytes(256))
        let raw = try await read(Data(count: 4096))
        #expect(raw.format == .raw && raw.virtualSize == .kibibytes(4))
    }

    @Test(arguments: ["0.10", "1.1"]) func whatQEMUMakesIsTaken(version: String) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.path + "/a.qcow2"
            _ = try await Tool(path: "/usr/bin/qemu-img")
                .run("create", "-q", "-f", "qcow2", "-o", "compat=\(version)", path, "5G")
            #expect(try DiskImage.read(path).virtualSize == .gibibytes(5))
        }
    }

    @Test func whatNamesAnotherFileIsRefused() async throws {
        try await withTemporaryFolder { folder in
            let secret = try folder.file("secret", String(repeating: "s", count: 512))
            let overlay = folder.path + "/overlay.qcow2", split = folder.path + "/split.qcow2"
            let tool = Tool(path: "/usr/bin/qemu-img")
            _ = try await tool.run("create", "-q", "-f", "qcow2", "-b", secret, "-F", "raw", overlay)
            _ = try await tool.run(
                "create", "-q", "-f", "qcow2", "-o", "data_file=\(secret),data_file_raw=on", split, "1M")
            for (path, why) in [(overlay, "it stands on another file"), (split, "its data is in another file")] {
                let failure = #expect(throws: Failure.self) { try DiskImage.read(path) }
                #expect(failure?.kind == .badDefinition)
                #expect(failure?.why.contains(why) == true, "\(failure?.why ?? "")")
            }
        }
    }

    @Test(
        arguments: [
            (7, [4], "version 4"), (7, [1], "version 1"), (15, [1], "stands on another file"),
            (79, [4], "data is in another file"), (79, [2], "marked as damaged"), (72, [128], "not known here"),
            (35, [2], "encrypted"), (23, [8], "clusters"), (23, [22], "clusters"), (20, [255], "clusters"),
            (28, [0], "no size"), (24, [1, 0, 0, 1], "larger than any"), (24, [255], "larger than any"),
            (36, [1], "table is of a wrong size"), (39, [1], "table is of a wrong size"),
            (40, [255], "table is outside"), (45, [9], "table is outside"), (48, [255], "counts are outside"),
        ] as [(Int, [UInt8], String)]) func aHeaderThatCannotBeIsRefused(at: Int, bytes: [UInt8], why: String)
        async throws
    {
        let failure = await #expect(throws: Failure.self) { try await read(Self.qcow2([(at, bytes)])) }
        #expect(failure?.kind == .badDefinition)
        #expect(failure?.why.contains(why) == true, "\(failure?.why ?? "")")
    }

    @Test(arguments: [4, 8, 72, 103, 104, 512, 65536]) func anImageThatEndsTooSoonIsRefused(length: Int) async throws {
        let failure = await #expect(throws: Failure.self) { try await read(Self.qcow2().prefix(length)) }
        #expect(failure?.hint?.contains("cut off") == true)
    }

    @Test(arguments: [
        ("KDMV", "VMDK"), ("vhdxfile", "VHDX"), ("conectix", "VHD"), ("\u{1F}\u{8B}", "gzip"), ("PK\u{3}\u{4}", "zip"),
        ("BZh9", "bzip2"), ("<html>", "page"), ("<?xml ", "page"),
    ]) func otherFormatsAreNamed(start: String, name: String) async throws {
        let bytes = start.unicodeScalars.map { UInt8($0.value) }
        let failure = await #expect(throws: Failure.self) { try await read(Data(bytes) + Data(count: 1024)) }
        #expect(failure?.why.contains(name) == true, "\(failure?.why ?? "")")
        #expect(failure?.hint != nil)
    }

    @Test func whatIsNoFileOrNoneAtAllIsRefused() async throws {
        try await withTemporaryFolder { folder in
            let pipe = folder.path + "/pipe", empty = try folder.file("empty", ""), odd = try folder.file("odd", "abc")
            mkfifo(pipe, 0o600)
            for path in [pipe, folder.path, empty, odd, "/dev/zero"] {
                let failure = #expect(throws: Failure.self) { try DiskImage.read(path) }
                #expect(failure?.kind == .badDefinition, "\(path)")
            }
            let failure = #expect(throws: Failure.self) { try DiskImage.read(folder.path + "/ghost") }
            #expect(failure?.kind == .missingFile)
        }
    }
}
