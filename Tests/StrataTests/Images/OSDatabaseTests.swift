import Foundation
import Strata
import TestSupport
import Testing

/// The installed database.
@Suite("The osinfo database") struct OSDatabaseTests {
    private let database: OSDatabase

    init() throws { database = try OSDatabase(folders: ["/usr/share/osinfo"]) }

    @Test(arguments: [
        ("debian11", "http://debian.org/debian/11"), ("Debian-11", "http://debian.org/debian/11"),
        ("debianstretch", "http://debian.org/debian/9"), ("http://debian.org/debian/11", "http://debian.org/debian/11"),
        ("winxp", "http://microsoft.com/win/xp"), ("archlinux", "http://archlinux.org/archlinux/rolling"),
        ("centos-stream9", "http://centos.org/centos-stream/9"),
    ])
    func systemsAreFoundByEachOfTheirIDs(id: String, whole: String) throws {
        let profile = try database.profile(id)
        #expect(profile.id == whole)
        #expect(profile.standsInFor == nil)
    }

    @Test func devicesAndResourcesComeFromAncestorsToo() throws {
        let profile = try database.profile("debian11")
        #expect(profile.minimum.memory == .gibibytes(1))
        #expect(profile.recommended.disk == .gibibytes(20))
        #expect(profile.recommended.cpus == nil)
        #expect(profile.drives("virtio-net") && profile.drives("virtio-gpu") && profile.drives("qemu-x86-q35"))
        #expect(profile.firmware == [.bios, .uefi])
        #expect(profile.hasCloudImages)
    }

    @Test func aDescendantCanTakeADeviceAway() throws {
        try withDatabase { database in
            let (first, second) = (try database.profile("child1"), try database.profile("child2"))
            #expect(first.devices == ["virtio-net"])
            #expect(second.devices == ["virtio-block", "virtio-net"])
            #expect(first.minimum.memory == .mebibytes(64))
        }
    }

    @Test func aReleaseThatIsTooNewIsGivenTheLastOneBeforeIt() throws {
        try withDatabase { database in
            let profile = try database.profile("child3.1")
            #expect(profile.shortID == "child2")
            #expect(profile.standsInFor == "child3.1")
            #expect(throws: Failure.self) { try database.profile("child0") }
        }
    }

    @Test func aFolderOfTheUsersOverridesTheSystems() async throws {
        try await withTemporaryFolder { folder in
            let own = folder.appending(path: "os/debian.org")
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            let text = """
                <libosinfo><os id="http://debian.org/debian/11"><short-id>debian11</short-id><name>Mine</name></os>\
                </libosinfo>
                """
            _ = try own.file("debian-11.xml", text)
            let database = try OSDatabase(folders: ["/usr/share/osinfo", folder.path, folder.path + "/missing"])
            #expect(try database.profile("debian11").name == "Mine")
            #expect(try database.profile("debian10").name == "Debian 10")
        }
    }

    @Test func nearNamesAreGivenForAnUnknownOne() throws {
        let failure = try #require(throws: Failure.self) { try database.profile("ubunto22.04") }
        #expect(failure.kind == .missingFile)
        #expect(failure.hint?.contains("ubuntu22.04") == true)
        #expect(throws: Failure.self) { try database.profile("") }
        #expect(throws: Failure.self) { try database.profile("../../../etc/passwd") }
        #expect(throws: Failure.self) { try database.profile("http://x") }
    }

    @Test func aMissingDatabaseIsAFailureWithARemedy() throws {
        let failure = try #require(throws: Failure.self) { try OSDatabase(folders: ["/nowhere"]) }
        #expect(failure.kind == .unsupported)
        #expect(failure.hint?.contains("osinfo-db") == true)
    }

    @Test func listsAreInTheOrderOfVersionsAndCanBeNarrowed() throws {
        let systems = database.systems(matching: "debian").map(\.id)
        let nine = try #require(systems.firstIndex(of: "debian9")), eleven = systems.firstIndex(of: "debian11")
        #expect(eleven == nine + 2)
        #expect(database.systems(matching: "Jellyfish").map(\.id) == ["ubuntu22.04"])
        #expect(database.systems().count > 700)
    }

    /// A database with `child1`, which lacks a device of `child2`'s other parent.
    private func withDatabase(_ body: (OSDatabase) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "osinfo-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ place: String, _ content: String) throws {
            let file = folder.appending(path: place)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("<libosinfo>\(content)</libosinfo>".utf8).write(to: file)
        }
        for (id, name) in [("1000", "virtio-net"), ("1001", "virtio-block")] {
            let device = "<device id='http://pci.x/pci/\(id)'><name>\(name)</name></device>"
            try write(id == "1000" ? "device/pci.x/pci-1000.xml" : "device/pci.x/pci-1001.d/class.xml", device)
        }
        func system(_ name: String, _ content: String) throws {
            try write(
                "os/a.x/\(name.dropLast())-\(name.suffix(1)).xml",
                "<os id='http://a.x/\(name.dropLast())/\(name.suffix(1))'><short-id>\(name)</short-id>\(content)</os>")
        }
        let devices = "<device id='http://pci.x/pci/1000'/><device id='http://pci.x/pci/1001'/>"
        let memory = "<resources arch='all'><minimum><ram>67108864</ram></minimum></resources>"
        try system("root1", "<devices>\(devices)</devices>\(memory)<derives-from id='http://a.x/child/2'/>")
        let parent = "<derives-from id='http://a.x/root/1'/>"
        try system("child1", parent + "<devices><device id='http://pci.x/pci/1001' supported='false'/></devices>")
        try system("child2", parent)
        try body(try OSDatabase(folders: [folder.path]))
    }
}
