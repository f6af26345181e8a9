import Libvirt
import Testing
import TestSupport

@Suite("Storage volumes") struct StorageVolumeTests {
    @Test func lookUpsByNameKeyAndPathFindTheSameVolume() async throws {
        try await withTestPool(volumes: ["a", "b"]) { host, pool in
            let a = try await pool.volume(named: "a")
            let path = try await a.path
            #expect(path == "/strata/pool/a")
            #expect(try await host.storageVolume(path: path) == a)
            #expect(try await host.storageVolume(key: a.key) == a)
            #expect(try await a.pool == pool)
            #expect(try await pool.volume(named: "b") != a)
        }
    }

    @Test func listingNamesAllVolumes() async throws {
        try await withTestPool(volumes: ["a", "b", "c"]) { _, pool in
            let names = try await pool.volumes().map(\.name)
            #expect(Set(names) == ["a", "b", "c"])
            let seen = try await pool.readOnly.volumes().map(\.name)
            #expect(Set(seen) == Set(names))
        }
    }

    @Test func infoComesInTypedUnits() async throws {
        try await withTestPool { _, pool in
            let disk = try await pool.createVolume(volumeXML("disk", capacity: 3 << 20))
            let info = try await disk.info()
            #expect(info.type == .file)
            #expect(info.capacity == .mebibytes(3))
            #expect(info.allocation == .zero)
        }
    }

    @Test func theDescriptionNamesTheVolume() async throws {
        try await withTestPool(volumes: ["disk"]) { _, pool in
            let xml = try await pool.volume(named: "disk").xml()
            #expect(xml.contains("<name>disk</name>"))
        }
    }

    @Test func aCloneIsAVolumeOfItsOwn() async throws {
        try await withTestPool { _, pool in
            let source = try await pool.createVolume(volumeXML("source", capacity: 5 << 20))
            let clone = try await pool.createVolume(volumeXML("clone", capacity: 1), cloning: source)
            #expect(clone.name == "clone")
            #expect(clone != source)
            let names = try await pool.volumes().map(\.name)
            #expect(Set(names) == ["source", "clone"])
        }
    }

    @Test func aDeletedVolumeIsGone() async throws {
        try await withTestPool(volumes: ["disk"]) { _, pool in
            let disk = try await pool.volume(named: "disk")
            try await disk.delete()
            let error = await #expect(throws: LibvirtError.self) { _ = try await disk.xml() }
            #expect(error?.code == .noStorageVolume)
            #expect(error?.subject == "volume 'disk'")
            #expect(try await pool.volumes().isEmpty)
        }
    }

    @Test func aNameThatIsTakenIsRefused() async throws {
        try await withTestPool(volumes: ["disk"]) { _, pool in
            let error = await #expect(throws: LibvirtError.self) { _ = try await pool.createVolume(volumeXML("disk")) }
            #expect(error?.code == .operationFailed)
            #expect(error?.call == "virStorageVolCreateXML")
        }
    }

    @Test func resizingToADifferenceIsRefused() async throws {
        try await withTestPool(volumes: ["disk"]) { _, pool in
            let disk = try await pool.volume(named: "disk")
            let error = await #expect(throws: LibvirtError.self) { try await disk.resize(to: .mebibytes(1), .delta) }
            #expect(error?.code == .invalidArgument)
            #expect(error?.hint == "use grow(by:) or shrink(by:)")
        }
    }

    @Test func whatTheTestDriverLacksIsNamed() async throws {
        try await withTestPool(volumes: ["disk"]) { _, pool in
            let disk = try await pool.volume(named: "disk")
            func expectRefusal(of call: String, _ body: () async throws -> Void) async {
                let error = await #expect(throws: LibvirtError.self) { try await body() }
                #expect(error?.code == .noSupport)
                #expect(error?.call == call)
                #expect(error?.subject == "volume 'disk'")
            }
            await expectRefusal(of: "virStorageVolResize") { try await disk.resize(to: .mebibytes(2)) }
            await expectRefusal(of: "virStorageVolWipe") { try await disk.wipe() }
            await expectRefusal(of: "virStorageVolWipePattern") { try await disk.wipe(.trim) }
            await expectRefusal(of: "virStorageVolUpload") { _ = try await disk.upload() }
            await expectRefusal(of: "virStorageVolDownload") { for try await _ in disk.download() {} }
        }
    }
}
