import Foundation
@testable import Libvirt
import Testing
import TestSupport

extension RealStorage {
    /// Transfers that do not come to their end: nothing stays open, and nobody takes a part for the whole.
    @Suite("Broken transfers") struct BrokenTransferTests {
        @Test func anAbandonedDownloadIsAborted() async throws {
            try await RealStorage.withPool("s-leave") { host, pool, _ in
                let disk = try await pool.createVolume(volumeXML("disk", capacity: 64 << 20))
                for try await _ in disk.download() { break }
                #expect(await eventually { OpenStream.count == 0 })
            }
        }

        @Test func anAbandonedUploadIsAborted() async throws {
            try await RealStorage.withPool("s-drop") { _, pool, folder in
                let disk = try await pool.createVolume(volumeXML("disk", capacity: 64 << 20))
                do {
                    var upload = try await disk.upload()
                    try await upload.write([1, 2, 3])
                    #expect(try RealStorage.openFiles(of: folder) == 1)
                }
                #expect(try await eventually { try RealStorage.openFiles(of: folder) == 0 })
            }
        }

        @Test func anErrorInTheMiddleOfAnUploadAbortsIt() async throws {
            struct Failure: Error {}
            try await RealStorage.withPool("s-fail") { _, pool, folder in
                let disk = try await pool.createVolume(volumeXML("disk", capacity: 64 << 20))
                await #expect(throws: Failure.self) {
                    try await disk.withUpload { upload in
                        try await upload.write([1, 2, 3])
                        throw Failure()
                    }
                }
                #expect(try RealStorage.openFiles(of: folder) == 0)
            }
        }

        @Test func cancellingAnUploadAbortsIt() async throws {
            try await RealStorage.withPool("s-cancel-up") { _, pool, folder in
                let disk = try await pool.createVolume(volumeXML("disk", capacity: 64 << 20))
                let source = Pipe()  // has nothing, and does not end
                source.fileHandleForWriting.write(Data(count: 1000))
                let task = Task {
                    try await disk.upload(fromDescriptor: source.fileHandleForReading.fileDescriptor)
                }
                #expect(try await eventually { try RealStorage.openFiles(of: folder) == 1 })
                task.cancel()
                // The read that is inside cannot be interrupted: it ends with what comes next.
                source.fileHandleForWriting.write(Data(count: 1000))
                await #expect(throws: CancellationError.self) { try await task.value }
                #expect(try RealStorage.openFiles(of: folder) == 0)
            }
        }

        @Test func cancellingADownloadIsAnErrorNotAnEnd() async throws {
            try await RealStorage.withPool("s-cancel-down") { _, pool, folder in
                let disk = try await pool.createVolume(volumeXML("disk", capacity: 200 << 20))
                let copy = folder.appending(path: "copy").path
                let task = Task {
                    try await disk.download(to: copy) { _ in withUnsafeCurrentTask { $0?.cancel() } }
                }
                await #expect(throws: CancellationError.self) { try await task.value }
                #expect(!FileManager.default.fileExists(atPath: copy))
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["disk"])
                #expect(await eventually { OpenStream.count == 0 })
            }
        }

        @Test func whatDoesNotFitIsReportedInTheEnd() async throws {
            try await RealStorage.withPool("s-fit") { _, pool, _ in
                let disk = try await pool.createVolume(volumeXML("disk", capacity: 1000))
                let error = await #expect(throws: LibvirtError.self) {
                    try await disk.withUpload(length: .bytes(1000)) { try await $0.write(RealStorage.noise(2000)) }
                }
                #expect(error?.subject == "volume 'disk'")
                #expect(error?.call == "virStreamFinish" || error?.call == "virStreamSend")
                #expect(await eventually { OpenStream.count == 0 })
            }
        }

        @Test func aHoleNeedsASparseUpload() async throws {
            try await RealStorage.withPool("s-plain") { _, pool, _ in
                let disk = try await pool.createVolume(volumeXML("disk"))
                let error = await #expect(throws: LibvirtError.self) {
                    try await disk.withUpload { try await $0.writeHole(.kibibytes(4)) }
                }
                #expect(error?.call == "virStreamSendHole")
            }
        }

        @Test func aVolumeThatIsGoneCannotBeRead() async throws {
            try await RealStorage.withPool("s-gone") { _, pool, _ in
                let disk = try await pool.createVolume(volumeXML("disk"))
                try await disk.delete()
                let error = await #expect(throws: LibvirtError.self) { for try await _ in disk.download() {} }
                #expect(error?.code == .noStorageVolume)
                #expect(error?.call == "virStorageVolDownload")
            }
        }

        @Test func aDiskThatIsFullBreaksTheDownloadWithTheReason() async throws {
            try await RealStorage.withPool("s-full") { _, pool, _ in
                let disk = try await pool.createVolume(volumeXML("disk"))
                let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
                let error = await #expect(throws: LibvirtError.self) {
                    try await disk.download(toDescriptor: full.fileDescriptor)
                }
                #expect(error?.code == .systemError)
                #expect(error?.hint == "make room, or write to another file system")
                #expect(await eventually { OpenStream.count == 0 })
            }
        }

        @Test func aSlowReaderDoesNotFillTheMemory() async throws {
            try await RealStorage.withPool("s-slow") { _, pool, folder in
                let size = 300 << 20
                let path = folder.appending(path: "disk").path
                try #require(FileManager.default.createFile(atPath: path, contents: nil))
                try #require(truncate(path, off_t(size)) == 0)
                try await pool.refresh()
                let before = try residentMemory()
                var length = 0
                for try await chunk in try await pool.volume(named: "disk").download() {
                    // Long enough for libvirt to read everything it is let.
                    if length == 0 { try await Task.sleep(for: .seconds(2)) }
                    if length == 0 { #expect(try residentMemory() - before < 100 << 20) }
                    length += chunk.count
                }
                #expect(length == size)
            }
        }

        private func residentMemory() throws -> Int {
            let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
            return Int(pages[1]).map { $0 * 4096 } ?? 0
        }
    }
}
