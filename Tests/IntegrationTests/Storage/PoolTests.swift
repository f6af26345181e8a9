import Foundation
import Libvirt
import Testing
import TestSupport

extension RealStorage {
    @Suite("Pools and volumes") struct PoolTests {
        @Test func buildingMakesTheFolderAndDeletingTakesItAway() async throws {
            let folder = URL(fileURLWithPath: "/var/tmp/s-build-\(UUID().uuidString.prefix(8))")
            let host = try await Connection.open(RealGuests.uri)
            let pool = try await host.defineStoragePool(folderPoolXML("s-build", path: folder.path), .validate)
            try await pool.build()
            #expect(FileManager.default.fileExists(atPath: folder.path))
            let stored = try await pool.xml(.inactive)
            #expect(stored.contains(folder.path))
            try await pool.delete()
            #expect(!FileManager.default.fileExists(atPath: folder.path))
            try await pool.undefine()
            await host.close()
        }

        @Test func aRefreshFindsWhatOthersPutThere() async throws {
            try await RealStorage.withPool("s-refresh") { host, pool, folder in
                let events = try await host.storagePoolEvents(.refresh, of: pool).subscribe()
                _ = try folder.file("found.img", String(repeating: "x", count: 4096))
                #expect(try await pool.volumes().isEmpty)
                try await pool.refresh()
                #expect(try await events.next()?.pool == pool)
                let found = try await pool.volume(named: "found.img")
                #expect(try await found.info().capacity == .kibibytes(4))
                #expect(try await found.path == folder.appending(path: "found.img").path)
                #expect(try await host.storagePool(targetPath: folder.path) == pool)
            }
        }

        @Test func aSparseFileIsLargerThanTheSpaceItTakes() async throws {
            try await RealStorage.withPool("s-info") { _, pool, _ in
                let disk = try await pool.createVolume(volumeXML("disk", capacity: 8 << 20))
                #expect(try await disk.info().type == .file)
                #expect(try await disk.info().allocation == .zero)
                #expect(try await disk.info(.physical).allocation == .mebibytes(8))
            }
        }

        @Test func aCloneHasTheBytesOfItsSource() async throws {
            try await RealStorage.withPool("s-clone") { _, pool, folder in
                let bytes = RealStorage.noise(3 << 20)
                let source = try await pool.createVolume(volumeXML("source", capacity: bytes.count))
                try await source.withUpload { try await $0.write(bytes) }
                let clone = try await pool.createVolume(volumeXML("clone"), cloning: source)
                #expect(clone.name == "clone")
                #expect(try Data(contentsOf: folder.appending(path: "clone")) == Data(bytes))
            }
        }

        @Test func aNameThatIsTakenIsRefused() async throws {
            try await RealStorage.withPool("s-taken") { _, pool, _ in
                _ = try await pool.createVolume(volumeXML("disk"))
                let error = await #expect(throws: LibvirtError.self) {
                    _ = try await pool.createVolume(volumeXML("disk"))
                }
                #expect(error?.code == .storageVolumeExists)
            }
        }

        @Test func capacitiesGrowAndShrink() async throws {
            try await RealStorage.withPool("s-resize") { _, pool, _ in
                let disk = try await pool.createVolume(volumeXML("disk", capacity: 4 << 20))
                try await disk.resize(to: .mebibytes(8))
                #expect(try await disk.info().capacity == .mebibytes(8))
                try await disk.shrink(by: .mebibytes(5))
                #expect(try await disk.info().capacity == .mebibytes(3))
                try await disk.grow(by: .mebibytes(2), .allocate)
                #expect(try await disk.info().capacity == .mebibytes(5))
                #expect(try await disk.info().allocation == .mebibytes(5))
                let error = await #expect(throws: LibvirtError.self) { try await disk.resize(to: .mebibytes(1)) }
                #expect(error?.code == .invalidArgument)
            }
        }

        @Test func wipingLeavesZeros() async throws {
            try await RealStorage.withPool("s-wipe") { _, pool, folder in
                let bytes = RealStorage.noise(1 << 20)
                let disk = try await pool.createVolume(volumeXML("disk", capacity: bytes.count))
                try await disk.withUpload { try await $0.write(bytes) }
                try await disk.wipe()
                let found = try Data(contentsOf: folder.appending(path: "disk"))
                // Not compared as a whole: two large collections that differ keep the test busy for an hour.
                #expect(found.count == bytes.count)
                #expect(found.count { $0 != 0 } == 0)
            }
        }

        @Test func whatCannotBeTrimmedIsRefused() async throws {
            try await RealStorage.withPool("s-trim") { _, pool, _ in
                let disk = try await pool.createVolume(volumeXML("disk"))
                let error = await #expect(throws: LibvirtError.self) { try await disk.wipe(.trim) }
                #expect(error?.call == "virStorageVolWipePattern")
                #expect(error?.subject == "volume 'disk'")
            }
        }

        @Test func theHostSaysWhichPoolsItCanHave() async throws {
            let host = try await ReadOnlyConnection.open(RealGuests.uri)
            let capabilities = try await host.storagePoolCapabilities
            #expect(capabilities.contains("<pool type='dir' supported='yes'>"))
            await host.close()
        }
    }
}
