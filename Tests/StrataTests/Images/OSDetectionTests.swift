import Foundation
import Strata
import TestSupport
import Testing

@Suite("Recognising systems") struct OSDetectionTests {
    private let database: OSDatabase

    init() throws { database = try OSDatabase(folders: ["/usr/share/osinfo"]) }

    @Test(
        arguments: [
            ([.volume: "Debian 11.5.0 amd64 n"], "debian11"),
            ([.volume: "WXPFPP_EN", .publisher: "MICROSOFT CORPORATION"], "winxp"),
            ([.volume: "Ubuntu-Server 22.04.1 LTS amd64"], "ubuntu22.04"),
        ] as [([ISOLabel.Field: String], String)])
    func mediaAreRecognisedByTheirLabel(fields: [ISOLabel.Field: String], id: String) {
        #expect(database.system(on: ISOLabel(fields))?.shortID == id)
    }

    @Test func aRuleThatAsksForMoreIsNotFulfilledByLess() {
        #expect(database.system(on: ISOLabel([.volume: "WXPFPP_EN"])) == nil)
        #expect(database.system(on: ISOLabel([.volume: "holiday pictures"])) == nil)
        #expect(database.system(on: ISOLabel([:])) == nil)
    }

    @Test(arguments: [
        ("debian-11-generic-amd64.qcow2", "debian11"),
        ("debian-11-genericcloud-amd64-20220911-1135.qcow2", "debian11"),
        ("ubuntu-22.04-server-cloudimg-amd64.img", "ubuntu22.04"),
        ("Fedora-Cloud-Base-37-1.7.x86_64.qcow2", "fedora37"),
        ("CentOS-Stream-GenericCloud-9-latest.x86_64.qcow2", "centos-stream9"),
        ("AlmaLinux-9-GenericCloud-latest.x86_64.qcow2", "almalinux9"),
        ("Rocky-9-GenericCloud.latest.x86_64.qcow2", "rocky9"),
        ("Arch-Linux-x86_64-cloudimg.qcow2", "archlinux"),
        ("FreeBSD-13.1-RELEASE-amd64.qcow2", "freebsd13.1"),
    ])
    func imagesAreRecognisedByTheirName(name: String, id: String) {
        #expect(database.system(inImageName: name)?.shortID == id)
    }

    @Test(arguments: ["disk.qcow2", "", "12.img", "web-2.qcow2", "-_-", "mydebian.raw"])
    func namesThatSayNothingAreNotGuessedAt(name: String) {
        #expect(database.system(inImageName: name) == nil)
    }

    @Test func labelsAreReadFromTheImage() async throws {
        try await withTemporaryFolder { folder in
            var bytes = [UInt8](repeating: 0, count: 17 * 2048)
            func put(_ text: String, at offset: Int, length: Int) {
                let padded = text.padding(toLength: length, withPad: " ", startingAt: 0)
                bytes.replaceSubrange(16 * 2048 + offset..<16 * 2048 + offset + length, with: Array(padded.utf8))
            }
            bytes[16 * 2048] = 1
            put("CD001", at: 1, length: 5)
            put("Debian 11.5.0 amd64 n", at: 40, length: 32)
            put("XORRISO", at: 574, length: 128)
            let file = folder.appending(path: "a.iso")
            try Data(bytes).write(to: file)
            let label = try ISOLabel.read(file.path)
            #expect(label == ISOLabel([.volume: "Debian 11.5.0 amd64 n", .application: "XORRISO"]))
            #expect(try ISOLabel.read(folder.file("short", "no image")) == nil)
            let failure = #expect(throws: Failure.self) { try ISOLabel.read(folder.path + "/none") }
            #expect(failure?.kind == .missingFile)
        }
    }
}
