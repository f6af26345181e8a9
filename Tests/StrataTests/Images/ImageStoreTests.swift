import Foundation
import TestSupport
import Testing

@testable import Strata

@Suite("The image store") struct ImageStoreTests {
    private func withStore(_ body: (ImageStore, URL) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            var store = ImageStore(folder: folder.path + "/store")
            store.catalogue = { ImageCatalogue() }
            try await body(store, folder)
        }
    }

    private func image(_ name: String, _ byte: UInt8, in folder: URL, count: Int = 64 << 10) throws -> String {
        let file = folder.appending(path: name)
        try Data(repeating: byte, count: count).write(to: file)
        return file.path
    }

    private func files(_ store: ImageStore) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: store.folder).sorted()
    }

    @Test func checksumsAreThoseOfTheStandard() throws {
        #expect(
            try RunningDigest.of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(try RunningDigest.of("", .sha512).hasPrefix("cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921"))
    }

    @Test func anImportIsACopyUnderItsName() async throws {
        try await withStore { store, folder in
            let path = try image("web server.img", 7, in: folder)
            let stored = try await store.importing(path, os: "debian12")
            #expect(stored.name == "web-server" && stored.format == "raw" && stored.os == "debian12")
            #expect(try Data(contentsOf: URL(fileURLWithPath: stored.path)) == Data(repeating: 7, count: 64 << 10))
            let listed = store.list()
            #expect(listed.map(\.name) == ["web-server"])
            #expect(try store.info("web-server").id == stored.id)
            #expect(try store.info(String(stored.id?.prefix(10) ?? "")).name == "web-server")
            let obtained = try await store.obtain("web-server")
            #expect(obtained.path == stored.path)
        }
    }

    @Test func zerosTakeNoRoomAndAreZeros() async throws {
        try await withStore { store, folder in
            let path = folder.path + "/sparse.raw"
            var data = Data(count: 8 << 20)
            data[5_000_000] = 1
            try data.write(to: URL(fileURLWithPath: path))
            let stored = try await store.importing(path)
            #expect(stored.size == .mebibytes(8))
            #expect(try Data(contentsOf: URL(fileURLWithPath: stored.path)) == data)
            #expect(try LocalFile(stored.path).allocated < 4 << 20)
        }
    }

    @Test func twoNamesOfTheSameContentsShareThem() async throws {
        try await withStore { store, folder in
            let path = try image("a.img", 1, in: folder)
            let first = try await store.importing(path), second = try await store.importing(path, as: "b")
            #expect(first.path == second.path)
            try store.delete("a")
            #expect(try store.info("b").path == first.path)
            try store.delete("b")
            #expect(try files(store) == [])
        }
    }

    @Test func aNameIsNotGivenToOtherContents() async throws {
        try await withStore { store, folder in
            _ = try await store.importing(try image("a.img", 1, in: folder))
            let other = try image("b.img", 2, in: folder)
            let failure = await #expect(throws: Failure.self) { try await store.importing(other, as: "a") }
            #expect(failure?.kind == .nameTaken)
            #expect(try files(store).count == 2)
        }
    }

    @Test(arguments: ["", "../a", "a/b", ".a", "-a", "1a", "a b", "a\n", "ä", String(repeating: "a", count: 101)])
    func aNameThatIsNoneIsRefused(name: String) async throws {
        try await withStore { store, folder in
            let path = try image("a.img", 1, in: folder)
            let failure = await #expect(throws: Failure.self) { try await store.importing(path, as: name) }
            #expect(failure?.kind == .wrongValue)
            #expect(throws: Failure.self) { try store.info(name) }
        }
    }

    @Test func contentsThatChangedAreFound() async throws {
        try await withStore { store, folder in
            let stored = try await store.importing(try image("a.img", 1, in: folder))
            let sound = try await store.verify("a")
            #expect(sound == stored)
            _ = try image("store/" + (stored.path.split(separator: "/").last ?? ""), 2, in: folder)
            let failure = await #expect(throws: Failure.self) { try await store.verify("a") }
            #expect(failure?.why.contains("have changed") == true)
        }
    }

    @Test func whatNobodyNamesIsALeftover() async throws {
        try await withStore { store, folder in
            let stored = try await store.importing(try image("a.img", 1, in: folder))
            #expect(store.leftovers() == [])
            try FileManager.default.removeItem(atPath: store.folder + "/a.json")
            _ = try folder.file("store/.part-1", "x")
            #expect(store.leftovers() == [store.folder + "/.part-1", stored.path])
        }
    }

    @Test func aFileIsUsedWhereItIs() async throws {
        try await withStore { store, folder in
            let path = try image("a.img", 1, in: folder)
            for reference in [path, "file://" + path] {
                let image = try await store.obtain(reference)
                #expect(image.path == path && image.id == nil && image.format == "raw")
            }
            #expect(!FileManager.default.fileExists(atPath: store.folder))
        }
    }

    @Test(arguments: [
        ("ftp://host/a.qcow2", Failure.Kind.unsupported, "not by ftp"),
        ("http://host/a.qcow2", .wrongValue, "by http"),
        ("https://host/", .wrongValue, "no URL of a file"),
        ("https://host/a b", .wrongValue, "no URL of a file"),
        ("https://host/a#sha256=12", .wrongValue, "no checksum"),
        ("https://host/a#md5=12", .wrongValue, "no checksum"),
        ("debain-12", .missingFile, "none of that name"),
        ("/nowhere/at-all.qcow2", .missingFile, "No such file"),
    ]) func whatCannotBeMeantIsSaid(reference: String, kind: Failure.Kind, why: String) async throws {
        try await withStore { store, _ in
            let failure = await #expect(throws: Failure.self) { try await store.obtain(reference) }
            #expect(failure?.kind == kind)
            #expect(failure?.why.contains(why) == true, "\(failure?.why ?? "")")
            #expect(!FileManager.default.fileExists(atPath: store.folder))
        }
    }
}
