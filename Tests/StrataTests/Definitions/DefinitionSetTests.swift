import Foundation
import Testing
import TestSupport

@testable import Strata

/// What is wrong in a folder is named and explained, and keeps nothing else from being used.
@Suite("Folders of definitions") struct DefinitionSetTests {
    static func guest(_ name: String, uuid: String? = nil, devices: String = "") -> String {
        """
        <domain type='test'>
          <name>\(name)</name>\(uuid.map { "\n  <uuid>\($0)</uuid>" } ?? "")
          <memory unit='MiB'>64</memory>
          <os><type>hvm</type></os>
          <devices>\(devices)</devices>
        </domain>

        """
    }

    static let uuid = "c7a5fdbd-cdaf-9455-926a-d65c16db1809"

    @Test func whatOthersNeedComesFirst() async throws {
        try await withTemporaryFolder { folder in
            let inner = folder.appending(path: "images")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
            _ = try folder.file("a.xml", Self.guest("a"))
            _ = try folder.file("n.xml", "<network><name>z</name></network>")
            _ = try folder.file("p.xml", "<pool type='dir'><name>z</name><target><path>/z</path></target></pool>")
            _ = try inner.file("v.xml", "<volume><name>v</name><capacity>1</capacity></volume>")
            _ = try inner.file(
                "w.xml",
                "<volume><name>w</name><capacity>1</capacity><target><path>/z/w</path></target></volume>")
            _ = try folder.file("notes.txt", "no definition")
            _ = try folder.file(".hidden.xml", "no definition")
            let set = try await DefinitionSet.read([folder.path])
            #expect(set.failures == [])
            #expect(
                set.files.map(\.name.description) == [
                    "network 'z'", "pool 'z'", "volume 'images/v'", "volume 'z/w'", "guest 'a'",
                ])
        }
    }

    @Test(arguments: [
        ("broken", "<domain>\n  <name>x</nam>\n</domain>\n", "broken.xml:2:"),
        ("nameless", "<domain type='test'><memory>1</memory></domain>", "has no name"),
        ("filter", "<filter name='x'/>", "a <filter> cannot be applied"),
    ]) func oneBadFileIsNamedAndTheOthersAreUsed(name: String, text: String, words: String) async throws {
        try await withTemporaryFolder { folder in
            _ = try folder.file("good.xml", Self.guest("good"))
            _ = try folder.file(name + ".xml", text)
            let set = try await DefinitionSet.read([folder.path])
            #expect(set.files.map(\.name.name) == ["good"])
            #expect(set.failures.count == 1)
            #expect(set.failures.first?.description.contains(words) == true, "\(set.failures)")
        }
    }

    @Test(arguments: [("b", "b", nil), ("b", "c", uuid)] as [(String, String, String?)])
    func twinsAreRefusedBoth(first: String, second: String, uuid: String?) async throws {
        try await withTemporaryFolder { folder in
            _ = try folder.file("good.xml", Self.guest("good"))
            let one = try folder.file("one.xml", Self.guest(first, uuid: uuid))
            let two = try folder.file("two.xml", Self.guest(second, uuid: uuid))
            let set = try await DefinitionSet.read([folder.path])
            #expect(set.files.map(\.name.name) == ["good"])
            #expect(set.failures.map(\.what) == ["\(one) and \(two)"])
            #expect(set.failures.first?.why.contains(uuid ?? "guest 'b'") == true)
        }
    }

    @Test(arguments: ["c7a5fdbd-cdaf-9455-926a-d65c16db1b8X", "c7a5", "", "c7a5fdbdcdaf9455926ad65c16db1b800"])
    func aUUIDThatIsNoneIsNamed(text: String) async throws {
        try await withTemporaryFolder { folder in
            let file = try folder.file("a.xml", Self.guest("a", uuid: text))
            let set = try await DefinitionSet.read([folder.path])
            #expect(set.files.isEmpty)
            #expect(set.failures.map(\.what) == ["\(file):3"])
            #expect(set.failures.map(\.why) == ["'\(text)' is no UUID"])
        }
    }

    @Test(arguments: [uuid, uuid.uppercased(), uuid.replacing("-", with: ""), " \(uuid)\n"])
    func aUUIDIsReadHoweverItIsWritten(text: String) async throws {
        try await withTemporaryFolder { folder in
            _ = try folder.file("a.xml", Self.guest("a", uuid: text))
            let set = try await DefinitionSet.read([folder.path])
            #expect(set.files.map(\.uuid) == [UUID(uuidString: Self.uuid)])
        }
    }

    @Test func aFileThatIsNamedTwiceIsUsedOnce() async throws {
        try await withTemporaryFolder { folder in
            let file = try folder.file("a.xml", Self.guest("a"))
            let set = try await DefinitionSet.read([folder.path, file, folder.path + "/./a.xml"])
            #expect(set.files.count == 1)
            #expect(set.failures == [])
        }
    }

    @Test func whatCannotBeReadIsNamed() async throws {
        try await withTemporaryFolder { folder in
            _ = try folder.file("good.xml", Self.guest("good"))
            let pipe = folder.path + "/pipe.xml", loop = folder.path + "/loop.xml", dead = folder.path + "/dead.xml"
            try #require(mkfifo(pipe, 0o600) == 0)
            try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
            try FileManager.default.createSymbolicLink(atPath: dead, withDestinationPath: "/nowhere/at-all.xml")
            let other = folder.path + "/other.xml"
            try FileManager.default.createSymbolicLink(atPath: other, withDestinationPath: other)
            let set = try await DefinitionSet.read([folder.path, "/nowhere/else"])
            #expect(set.files.map(\.name.name) == ["good"])
            #expect(Set(set.failures.map(\.what)) == [pipe, loop, other, dead, "/nowhere/else"])
        }
    }

    @Test func foldersThatLeadIntoEachOtherAreReadOnce() async throws {
        try await withTemporaryFolder { folder in
            let inner = folder.appending(path: "inner")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
            _ = try inner.file("a.xml", Self.guest("a"))
            let loop = inner.path + "/back"
            try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: folder.path)
            let set = try await DefinitionSet.read([folder.path])
            #expect(set.files.map(\.name.name) == ["a"])
            #expect(set.failures == [])
        }
    }
}
