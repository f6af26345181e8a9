import Foundation
import Libvirt
import Quantities
import Testing
import TestSupport

@testable import Strata

/// Making guests on libvirt's test driver, whose guests, pools and networks are imaginary.
@Suite("Making guests on a test host") struct CreationTests {
    private func withHost(_ body: (HostConnection, URL) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let host = try await HostConnection.open(try testHostURI(in: folder, domains: [.running("other")]))
            try await body(host, folder)
            await host.connection.close()
        }
    }

    private func plan(
        _ host: HostConnection, _ folder: URL, _ change: (inout GuestSpec) -> Void = { _ in }
    ) async throws -> GuestCreation {
        var spec = GuestSpec("web", from: .kernel(try folder.file("kernel", "x")))
        change(&spec)
        var creation = try await GuestCreation.plan(spec, on: host)
        creation.journals = folder.path
        return creation
    }

    @Test func aPlanTouchesNothingAndPerformingItMakesEverything() async throws {
        try await withHost { host, folder in
            let creation = try await plan(host, folder) {
                $0.diskSize = .gibibytes(1)
                $0.moreDisks = [.new(.mebibytes(8))]
                $0.isAutostarted = true
            }
            #expect(
                creation.notes.contains("there is no storage pool 'default': it is made, in /var/lib/libvirt/images"))
            #expect(try await host.connection.storagePools().isEmpty)
            #expect(try await host.connection.domains().count == 1)

            let guest = try await creation.perform()
            #expect(try await guest.isActive)
            #expect(try await guest.isAutostarted)
            let pool = try await host.connection.storagePool(named: "default")
            #expect(try await pool.isActive)
            let volumes = try await pool.volumes().map(\.name).sorted()
            #expect(volumes == ["web-2.qcow2", "web.qcow2"])
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["kernel", "node.xml"])
        }
    }

    @Test func aVolumeThatIsThereIsNotTaken() async throws {
        try await withHost { host, folder in
            let first = try await plan(host, folder) { $0.diskSize = .mebibytes(8) }
            let guest = try await first.perform()
            try await guest.forceOff()
            try await guest.undefine()
            let failure = await #expect(throws: Failure.self) {
                _ = try await plan(host, folder) { $0.diskSize = .mebibytes(8) }
            }
            #expect(failure?.kind == .nameTaken)
            #expect(failure?.hint?.contains("--disk /var/lib/libvirt/images/web.qcow2") == true)
        }
    }

    /// The second volume cannot be made any more, so the first one goes as well, and the guest never comes.
    @Test func whatFailsHalfWayIsTakenBack() async throws {
        try await withHost { host, folder in
            let pool = try await host.connection.defineStoragePool(
                folderPoolXML("default", path: "/var/lib/libvirt/images"))
            try await pool.start()
            let creation = try await plan(host, folder) {
                $0.diskSize = .mebibytes(8)
                $0.moreDisks = [.new(.mebibytes(8))]
                $0.file = folder.path + "/web.xml"
            }
            _ = try await pool.createVolume(volumeXML("web-2.qcow2", format: "qcow2"))
            let failure = await #expect(throws: Failure.self) { _ = try await creation.perform() }
            #expect(failure?.what == "guest 'web'")
            let volumes = try await pool.volumes().map(\.name)
            #expect(volumes == ["web-2.qcow2"])
            #expect(try await host.connection.domains().map(\.name) == ["other"])
            #expect(!FileManager.default.fileExists(atPath: folder.path + "/web.xml"))
        }
    }

    @Test func theUsualNetworkIsMadeOnlyWhenItIsAskedFor() async throws {
        try await withHost { host, folder in
            let silent = try await plan(host, folder)
            #expect(silent.definition.interfaces.first?.type == .user)
            let asking = try await plan(host, folder) { $0.adapters = [AdapterDescription(.network, "default")] }
            #expect(asking.notes.contains { $0.hasPrefix("there is no network 'default': it is made") })
            _ = try await asking.perform()
            #expect(try await host.connection.network(named: "default").isActive)
        }
    }

    /// Debian's images come without the agent, and QEMU's own network leads out.
    @Test func anImageGetsTheAgentWhereItLacksItAndCanFetchIt() async throws {
        try await withHost { host, folder in
            let image = try folder.file("debian-12.img", String(repeating: "x", count: 1 << 16))
            func userData(_ change: (inout GuestSpec) -> Void = { _ in }) async throws -> String {
                let creation = try await plan(host, folder) {
                    $0.source = .image(image)
                    change(&$0)
                }
                return creation.seed?.content.files.first { $0.name == "user-data" }?.text ?? ""
            }
            #expect(try await userData().contains("\"qemu-guest-agent\""))
            #expect(try await !userData { $0.firstBoot.agent = .no }.contains("qemu-guest-agent"))
            #expect(try await !userData { $0.system = "fedora37" }.contains("\"qemu-guest-agent\""))
            #expect(try await !userData { $0.adapters = [] }.contains("\"qemu-guest-agent\""))
            let isolated = "<network><name>lab</name><ip address='10.9.9.1' netmask='255.255.255.0'/></network>"
            try await host.connection.defineNetwork(isolated).start()
            let inside = try await userData { $0.adapters = [AdapterDescription(.network, "lab")] }
            #expect(!inside.contains("\"qemu-guest-agent\""))
        }
    }

    @Test func anAddressThatAnotherGuestHasIsRefused() async throws {
        try await withHost { host, folder in
            let taken = AdapterDescription(.user, mac: "52:54:00:00:00:01")
            _ = try await plan(host, folder) { $0.adapters = [taken] }.perform()
            let failure = await #expect(throws: Failure.self) {
                _ = try await plan(host, folder) {
                    $0.name = "second"
                    $0.adapters = [taken]
                }
            }
            #expect(failure?.why == "guest 'web' has that hardware address")
        }
    }

    @Test func aDefinitionGetsTheNameAndKeepsTheRest() async throws {
        try await withHost { host, folder in
            let file = try folder.file(
                "old.xml",
                """
                <domain type='test'><name>old</name><uuid>4dea22b3-1d52-d8f3-2516-782e98ab3fa0</uuid>
                <title>kept</title><memory unit='MiB'>64</memory><vcpu>1</vcpu><os><type>hvm</type></os></domain>
                """)
            let creation = try await plan(host, folder) {
                $0.source = .definition(file)
                $0.memory = .mebibytes(96)
            }
            let guest = try await creation.perform()
            #expect(guest.name == "web")
            #expect(guest.uuid.uuidString.lowercased() != "4dea22b3-1d52-d8f3-2516-782e98ab3fa0")
            #expect(creation.definition.title == "kept")
            #expect(try await guest.info().maximumMemory == .mebibytes(96))
        }
    }
}
