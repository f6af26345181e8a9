import Foundation
import Libvirt
import TestSupport
import Testing

@testable import Strata

/// Deleting guests of libvirt's test driver, whose volumes are in its imagination.
@Suite("Deleting guests") struct DeletionTests {
    private static let uri = "test:///delete"

    private func guest(_ name: String, _ devices: String) -> String {
        """
        <domain type='test'><name>\(name)</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
        <os><type>hvm</type></os><devices>\(devices)</devices></domain>
        """
    }

    private func disk(_ volume: String, _ target: String = "vda", _ more: String = "") -> String {
        """
        <disk type='volume'><source pool='pool' volume='\(volume)'/><target dev='\(target)' bus='virtio'/>\(more)</disk>
        """
    }

    private func plan(_ name: String, _ host: Connection, _ options: GuestDeletion.Options = .init()) async throws
        -> GuestDeletion
    {
        let (deletions, failures) = try await GuestDeletion.plan([name], on: host, uri: Self.uri, options)
        if let failure = failures.first { throw failure }
        return try #require(deletions.first)
    }

    private func delete(_ name: String, _ host: Connection, _ options: GuestDeletion.Options = .init()) async throws {
        try await withTemporaryFolder { folder in
            var deletion = try await plan(name, host, options)
            deletion.journals = folder.path
            try await deletion.perform(on: host, uri: Self.uri)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        }
    }

    private func fates(_ deletion: GuestDeletion) -> [String] {
        deletion.items.map { "\($0.what) \($0.isGoing ? "goes" : "stays")" }
    }

    /// Its name need not tell, as after a renaming: the definition does.
    @Test func theMediumOfTheFirstBootGoesWithItsGuest() async throws {
        try await withTestPool(volumes: ["web", "old-seed.iso"]) { host, pool in
            let path = try await pool.volume(named: "old-seed.iso").path
            let note = "<boot:medium xmlns:boot='urn:strata:first-boot' pool='p' name='n' path='\(path)'/>"
            let medium = "<disk type='file' device='cdrom'><source file='\(path)'/><target dev='hdc' bus='ide'/></disk>"
            let definition = guest("web", disk("web") + medium)
            _ = try await host.define(
                definition.replacingOccurrences(of: "<devices>", with: "<metadata>\(note)</metadata><devices>"))
            #expect(
                fates(try await plan("web", host)) == [
                    "disk vda goes", "medium of the first boot hdc goes", "definition goes",
                ])
            try await delete("web", host)
            #expect(try await pool.volumes().isEmpty)
        }
    }

    @Test func aGuestGoesWithItsDisksAndNothingElse() async throws {
        try await withTestPool(volumes: ["web", "other", "shared", "cd"]) { host, pool in
            let medium = """
                <disk type='volume' device='cdrom'><source pool='pool' volume='cd'/><target dev='hdc' bus='ide'/>
                <readonly/></disk>
                """
            _ = try await host.define(guest("web", disk("web") + disk("shared", "vdb", "<shareable/>") + medium))
            let fates = fates(try await plan("web", host))
            #expect(
                fates == ["disk vda goes", "definition goes", "disk vdb stays", "medium hdc stays"])
            #expect(try await host.domains().map(\.name) == ["web"])
            try await delete("web", host)
            #expect(try await host.domains().isEmpty)
            let volumes = try await pool.volumes().map(\.name).sorted()
            #expect(volumes == ["cd", "other", "shared"])
        }
    }

    @Test func disksStayWhereTheyAreWanted() async throws {
        try await withTestPool(volumes: ["web"]) { host, pool in
            _ = try await host.define(guest("web", disk("web")))
            var options = GuestDeletion.Options()
            options.keepsDisks = true
            try await delete("web", host, options)
            #expect(try await host.domains().isEmpty)
            #expect(try await pool.volumes().map(\.name) == ["web"])
        }
    }

    @Test func aDiskThatAnotherGuestHasIsRefused() async throws {
        try await withTestPool(volumes: ["web"]) { host, pool in
            for name in ["web", "db"] { _ = try await host.define(guest(name, disk("web"))) }
            let failure = await #expect(throws: Failure.self) { try await plan("web", host) }
            #expect(failure?.kind == .wrongState)
            #expect(failure?.why == "its disk /strata/pool/web is needed: guest 'db' has it as vda")
            #expect(failure?.hint?.contains("--keep-disks") == true)
            try await host.domain(named: "db").undefine()
            try await delete("web", host)
            #expect(try await pool.volumes().isEmpty)
        }
    }

    @Test func whatOnlyGuestsNeedThatGoTogetherGoesWithThem() async throws {
        try await withTestPool(volumes: ["web"]) { host, _ in
            for name in ["web", "db"] { _ = try await host.define(guest(name, disk("web"))) }
            let both = try await GuestDeletion.plan(["web", "db"], on: host, uri: Self.uri)
            #expect(both.failures == [])
            #expect(both.deletions.map(\.guest) == ["web", "db"])
            // One that may not go keeps the other, too.
            try await host.domain(named: "db").start()
            let one = try await GuestDeletion.plan(["web", "db", "ghost"], on: host, uri: Self.uri)
            #expect(one.deletions.isEmpty)
            #expect(one.failures.map(\.kind) == [.noSuchGuest, .wrongState, .wrongState])
        }
    }

    @Test func aGuestThatRunsIsLeftAloneUnlessItMayBeSwitchedOff() async throws {
        try await withTestPool(volumes: ["web"]) { host, pool in
            try await host.define(guest("web", disk("web"))).start()
            let failure = await #expect(throws: Failure.self) { try await plan("web", host) }
            #expect(failure?.kind == .wrongState && failure?.hint?.contains("--force") == true)
            var options = GuestDeletion.Options()
            options.switchesOff = true
            try await delete("web", host, options)
            #expect(try await host.domains().isEmpty)
            #expect(try await pool.volumes().isEmpty)
        }
    }

    @Test func snapshotsAndASavedStateGoToo() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            _ = try await web.createSnapshot("<domainsnapshot><name>s1</name></domainsnapshot>")
            try await web.managedSave()
            let fates = fates(try await plan("web", host))
            #expect(fates == ["snapshot s1 goes", "saved state goes", "definition goes"])
            try await delete("web", host)
            #expect(try await host.domains().isEmpty)
        }
    }

    @Test func filesOfAHostThatIsNotThisOneStay() async throws {
        try await withTemporaryFolder { folder in
            let file = try folder.file("disk.raw", "data")
            try await withTestHost { host in
                let disk = "<disk type='file'><source file='\(file)'/><target dev='vda' bus='virtio'/></disk>"
                _ = try await host.define(guest("web", disk))
                let items = try await plan("web", host).items
                #expect(items.last?.why == "it is in no pool, and its host is not this one")
                try await delete("web", host)
                #expect(try String(contentsOfFile: file, encoding: .utf8) == "data")
            }
        }
    }

    @Test func whatAProcessThatDiedHadBegunIsFinishedUnlessSomebodyNeedsItNow() async throws {
        try await withTemporaryFolder { folder in
            try await withTestPool(volumes: ["web"]) { host, pool in
                _ = try await host.define(guest("web", disk("web")))
                let operation = Operation("guest 'web'", try await plan("web", host).steps)
                // Written down, and nothing of it done.
                _ = try Journal.begin([operation], on: Self.uri, in: folder.path)
                let place = DeletionPlace(connection: host, uri: Self.uri)
                _ = try await host.define(guest("db", disk("web")))
                let first = try #require(Leftover.all(of: "delete", on: Self.uri, in: folder.path).first)
                let works = await first.recover(DeletionStep.self, on: place)
                #expect(works.failures.first?.why.contains("it is needed now: guest 'db' has it") == true)
                #expect(try await pool.volumes().count == 1)
                try await host.domain(named: "db").undefine()
                _ = try Journal.begin([operation], on: Self.uri, in: folder.path)
                let second = try #require(Leftover.all(of: "delete", on: Self.uri, in: folder.path).first)
                #expect(await second.recover(DeletionStep.self, on: place).map(\.outcome) == [.finished])
                #expect(try await pool.volumes().isEmpty)
                #expect(try await host.domains().isEmpty)
            }
        }
    }

    @Test func whatNobodyNeedsIsAnOrphan() async throws {
        try await withTestPool(volumes: ["web", "lonely"]) { host, pool in
            _ = try await host.define(guest("web", disk("web")))
            var orphans = try await Orphans.find(on: host, uri: Self.uri)
            #expect(orphans.found.map(\.path) == ["/strata/pool/lonely"])
            #expect(orphans.unknownPools == [])
            try await withTemporaryFolder { folder in
                orphans.journals = folder.path
                let outcome = try await orphans.delete(on: host, uri: Self.uri)
                #expect(outcome.gone == orphans.found && outcome.failures == [])
            }
            #expect(try await pool.volumes().map(\.name) == ["web"])
        }
    }
}
