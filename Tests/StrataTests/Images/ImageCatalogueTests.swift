import Foundation
import Strata
import TestSupport
import Testing

@Suite("The image catalogue") struct ImageCatalogueTests {
    private static let digest = String(repeating: "0a", count: 32)

    /// An entry in which nothing is wrong, with some of it replaced.
    private func entry(_ changes: [String: Any?] = [:]) -> [String: Any] {
        let good: [String: Any] = [
            "name": "mine", "url": "https://a.example/b/c.qcow2", "checksum-url": "https://a.example/b/SUMS",
            "checksum": "sha512", "format": "qcow2", "os": "debian12",
        ]
        return changes.reduce(into: good) { $0[$1.key] = $1.value }
    }

    private func read(_ entries: [[String: Any]]) async throws -> ImageCatalogue {
        let data = try JSONSerialization.data(withJSONObject: ["images": entries])
        return try await read(String(decoding: data, as: UTF8.self))
    }

    private func read(_ text: String) async throws -> ImageCatalogue {
        try await withTemporaryFolder { folder in
            try ImageCatalogue.read(files: [folder.path + "/missing.json", folder.file("images.json", text)])
        }
    }

    @Test func whatIsShippedIsSound() throws {
        let database = try OSDatabase(folders: ["/usr/share/osinfo"])
        let entries = ImageCatalogue().entries
        #expect(entries.count >= 10)
        #expect(Set(entries.map(\.name)).count == entries.count)
        for entry in entries {
            #expect(entry.url.hasPrefix("https://"), "\(entry.name)")
            #expect(entry.checksumURL?.hasPrefix("https://") == true, "\(entry.name)")
            #expect(entry.algorithm != nil, "\(entry.name)")
            let system = try database.profile(try #require(entry.system))
            let named = try #require(database.system(inImageName: entry.name), "\(entry.name)")
            #expect(named.id == system.id, "\(entry.name)")
        }
    }

    @Test func aFileAddsEntriesAndReplacesThoseOfTheSameName() async throws {
        let catalogue = try await read([entry(), entry(["name": "debian-12", "format": "raw"])])
        let mine = try catalogue.entry(named: "mine")
        #expect(mine.url == "https://a.example/b/c.qcow2" && mine.algorithm == .sha512 && mine.system == "debian12")
        #expect(mine.fileName == "c.qcow2")
        #expect(try catalogue.entry(named: "debian-12").format == .raw)
        #expect(catalogue.entries.count == ImageCatalogue().entries.count + 1)
        #expect(catalogue.entries.map(\.name) == catalogue.entries.map(\.name).sorted())
    }

    @Test func whatMayBeLeftOutHasItsDefault() async throws {
        let catalogue = try await read([entry(["format": nil, "os": nil, "checksum": nil])])
        let mine = try catalogue.entry(named: "mine")
        #expect(mine.format == .qcow2 && mine.algorithm == .sha256 && mine.system == nil)
        let local = try await read([
            entry(["url": "file:///srv/a.raw", "format": "raw", "checksum-url": nil, "checksum": nil])
        ])
        #expect(try local.entry(named: "mine").checksumURL == nil)
    }

    @Test(
        arguments: [
            ("name", nil, "there is no 'name'"), ("name", "", "there is no 'name'"), ("name", "a/b", "a name begins"),
            ("name", "a\nb", "a name begins"), ("name", "1a", "a name begins"), ("url", nil, "there is no 'url'"),
            ("url", "ftp://a/b", "'url' must be"), ("url", "https://a.example/", "'url' must be"),
            ("url", "https://a.example", "'url' must be"), ("url", "file://a/b c", "'url' must be"),
            ("checksum-url", nil, "but no 'checksum-url'"), ("checksum-url", "SUMS", "'checksum-url' must be"),
            ("checksum", "md5", "unknown checksum 'md5'; there are sha256, sha512"),
            ("format", "vmdk", "unknown format 'vmdk'; there are qcow2, raw"),
            ("formt", "raw", "unknown key 'formt'"),
        ] as [(String, String?, String)])
    func aWrongEntryIsRefusedWithItsPlace(key: String, value: String?, why: String) async throws {
        let failure = await #expect(throws: Failure.self) {
            try await read([entry(["name": "first"]), entry([key: value])])
        }
        #expect(failure?.kind == .badDefinition)
        #expect(failure?.why.contains(why) == true, "\(String(describing: failure))")
        #expect(failure?.what.contains("images.json") == true)
    }

    @Test(arguments: [
        ("", "it is no JSON"), ("{", "it is no JSON"), ("{}", "there is no 'images'"),
        (#"{"images": {}}"#, "'images' is of the wrong kind"),
        (#"{"images": [{"name": 7}]}"#, "'name' must be a string"),
    ])
    func aFileThatIsNoListIsRefused(text: String, why: String) async throws {
        let failure = await #expect(throws: Failure.self) { try await read(text) }
        #expect(failure?.kind == .badDefinition && failure?.why == why, "\(String(describing: failure))")
    }

    @Test func anUnsafeOrDoubleEntryIsRefused() async throws {
        let unchecked = await #expect(throws: Failure.self) {
            try await read([entry(["checksum-url": nil, "checksum": nil])])
        }
        #expect(unchecked?.why == "there is no 'checksum-url'")
        let double = await #expect(throws: Failure.self) { try await read([entry(), entry()]) }
        #expect(double?.what.hasSuffix("image 2 ('mine')") == true)
    }

    @Test func nearNamesAreGivenForAnUnknownOne() throws {
        let failure = #expect(throws: Failure.self) { try ImageCatalogue().entry(named: "debain-12") }
        #expect(failure?.kind == .missingFile)
        #expect(failure?.hint?.hasPrefix("near names: debian-1") == true)
        let stranger = #expect(throws: Failure.self) { try ImageCatalogue().entry(named: "zzzzzzzz") }
        #expect(stranger?.hint?.hasPrefix("there are almalinux-9, alpine-") == true)
    }

    @Test(arguments: [
        "\(digest)  a.qcow2\n", "\(digest) *a.qcow2\n", "SHA256 (a.qcow2) = \(digest.uppercased())\n",
        "# a comment\n\n\(String(repeating: "1", count: 64))  b.qcow2\n\(digest)\t./x/a.qcow2\r\n", "\(digest)\n",
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nSHA256 (a.qcow2) = \(digest)\n-----BEGIN PGP SIGNATURE-----",
    ])
    func checksumsAreReadInTheFormsInUse(text: String) {
        #expect(ChecksumList(text, algorithm: .sha256).digest(of: "a.qcow2") == Self.digest)
    }

    @Test(arguments: [
        "", "a.qcow2", "\(digest)  b.qcow2", "\(digest.dropLast())  a.qcow2", "SHA512 (a.qcow2) = \(digest)",
        "\(digest)  a.qcow2\n\(String(repeating: "1", count: 64))  a.qcow2", "\(digest)\n\(digest)\n",
    ])
    func aChecksumThatIsNotThereOrNotClearIsNone(text: String) {
        #expect(ChecksumList(text, algorithm: .sha256).digest(of: "a.qcow2") == nil)
    }
}
