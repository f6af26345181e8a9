import Foundation
import Libvirt
import Testing
import TestSupport

extension RealStorage {
    @Suite("Uploads and downloads") struct TransferTests {
        @Test func bytesComeBackAsTheyWereSent() async throws {
            try await RealStorage.withPool("s-bytes") { _, pool, folder in
                // Longer than one window of a download, and no multiple of anything.
                let bytes = RealStorage.noise(33 << 20 | 12345)
                let disk = try await pool.createVolume(volumeXML("disk", capacity: bytes.count))
                var upload = try await disk.upload()
                try await upload.write(bytes[..<1])
                try await upload.write(bytes[1...])
                try await upload.finish()
                #expect(try Data(contentsOf: folder.appending(path: "disk")) == Data(bytes))
                var chunks: [[UInt8]] = []
                for try await chunk in disk.download() { chunks.append(chunk) }
                #expect(Array(chunks.joined()) == bytes)
                #expect(chunks.contains { $0.count == 262_120 })
            }
        }

        @Test func aPartIsReadAndWrittenWhereItWasAskedFor() async throws {
            try await RealStorage.withPool("s-part") { _, pool, folder in
                let disk = try await pool.createVolume(volumeXML("disk", capacity: 100))
                try await disk.withUpload(at: .bytes(10), length: .bytes(3)) { try await $0.write([1, 2, 3]) }
                var seen: [UInt8] = []
                for try await chunk in disk.download(from: .bytes(9), length: .bytes(5)) { seen += chunk }
                #expect(seen == [0, 1, 2, 3, 0])
                for try await chunk in disk.download(from: .bytes(98), length: .bytes(5)) { seen += chunk }
                #expect(seen == [0, 1, 2, 3, 0, 0, 0])
                var nothing = disk.download(length: .zero).makeAsyncIterator()
                #expect(try await nothing.next() == nil)
                // Behind the end libvirt itself sees one endless hole.
                var behind = disk.sparseDownload(from: .bytes(1000)).makeAsyncIterator()
                #expect(try await behind.next() == nil)
                #expect(try Data(contentsOf: folder.appending(path: "disk")).count == 100)
            }
        }

        @Test func holesStayHolesBothWays() async throws {
            try await RealStorage.withPool("s-holes") { _, pool, folder in
                let data = RealStorage.noise(1 << 20)
                let disk = try await pool.createVolume(volumeXML("disk", capacity: 80 << 20))
                try await disk.withUpload(.sparseStream) { upload in
                    try await upload.writeHole(.mebibytes(40))
                    try await upload.write(data)
                    try await upload.writeHole(.mebibytes(39))
                }
                let path = folder.appending(path: "disk").path
                #expect(try RealStorage.allocation(of: path) < 2 << 20)
                var position: UInt64 = 0
                var received: [UInt8] = []
                for try await piece in disk.sparseDownload() {
                    if case .data(let bytes) = piece {
                        if received.isEmpty { #expect(position == 40 << 20) }
                        received += bytes
                    }
                    position += piece.length.bytes
                }
                #expect(received == data)
                #expect(position == 80 << 20)
            }
        }

        @Test func filesAreCopiedWithTheirHoles() async throws {
            try await RealStorage.withPool("s-files") { _, pool, folder in
                try await withTemporaryFolder { own in
                    let original = own.appending(path: "original").path
                    try Data(RealStorage.noise(300_000)).write(to: URL(fileURLWithPath: original))
                    try #require(truncate(original, 50 << 20) == 0)
                    let disk = try await pool.createVolume(volumeXML("disk", capacity: 50 << 20))
                    var steps: [UInt64] = []
                    let sent = try await disk.upload(from: original, .sparseStream) { steps.append($0.bytes) }
                    #expect(sent == .mebibytes(50))
                    #expect(steps == steps.sorted() && steps.last == 50 << 20)
                    #expect(try RealStorage.allocation(of: folder.appending(path: "disk").path) < 1 << 20)
                    let copy = own.appending(path: "copy").path
                    let came = try await disk.download(to: copy, .sparseStream)
                    #expect(came == .mebibytes(50))
                    #expect(try RealStorage.allocation(of: copy) < 1 << 20)
                    #expect(FileManager.default.contentsEqual(atPath: original, andPath: copy))
                    #expect(try FileManager.default.contentsOfDirectory(atPath: own.path).count == 2)
                }
            }
        }

        @Test func aPipeTakesHolesAsZeros() async throws {
            try await RealStorage.withPool("s-pipe") { _, pool, _ in
                let disk = try await pool.createVolume(volumeXML("disk", capacity: 20_000))
                try await disk.withUpload(at: .bytes(10_000)) { try await $0.write([7]) }
                let pipe = Pipe()
                let descriptor = pipe.fileHandleForWriting.fileDescriptor
                try await disk.download(toDescriptor: descriptor, .sparseStream)
                try pipe.fileHandleForWriting.close()
                var expected = Data(count: 20_000)
                expected[10_000] = 7
                #expect(try pipe.fileHandleForReading.readToEnd() == expected)
            }
        }

        @Test func aDescriptorIsReadFromWhereItStands() async throws {
            try await RealStorage.withPool("s-descriptor") { _, pool, folder in
                let disk = try await pool.createVolume(volumeXML("disk", capacity: 4))
                let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: try folder.file("text", "abcdefgh")))
                try file.seek(toOffset: 2)
                try await disk.upload(fromDescriptor: file.fileDescriptor, length: .bytes(4))
                #expect(try String(contentsOf: folder.appending(path: "disk"), encoding: .utf8) == "cdef")
            }
        }
    }
}
