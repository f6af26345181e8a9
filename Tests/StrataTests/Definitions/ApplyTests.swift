import Foundation
import Libvirt
import Testing
import TestSupport

@testable import Strata

/// Plan and apply on hosts of libvirt's test driver.
@Suite("Applying definitions") struct ApplyTests {
    private func withFolder(
        _ domains: [TestDomain] = [], _ body: (URL, Connection) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try await withTestHost(domains: domains) { host in try await body(folder, host) }
        }
    }

    private func plan(_ folder: URL, _ host: Connection, prunes: Bool = false) async throws -> DefinitionPlan {
        try await DefinitionPlan.make(
            try await DefinitionSet.read([folder.path]), on: host, prunes: prunes, KnownGood(folder: folder.path))
    }

    @discardableResult
    private func apply(_ folder: URL, _ host: Connection, prunes: Bool = false) async throws
        -> [DefinitionApply.Outcome]
    {
        var apply = DefinitionApply(try await plan(folder, host, prunes: prunes))
        apply.journals = folder.path
        return try await apply.perform(on: host, uri: "test:///apply")
    }

    private func guest(_ name: String, devices: String = "") -> String {
        DefinitionSetTests.guest(name, devices: devices)
    }

    @Test func whatIsAppliedIsThereAndDoesNotDiffer() async throws {
        try await withFolder { folder, host in
            for name in ["a", "b", "c"] { _ = try folder.file(name + ".xml", guest(name)) }
            let first = try await plan(folder, host)
            #expect(first.objects.map(\.action) == [.create, .create, .create])
            #expect(try await apply(folder, host).map(\.done) == ["created", "created", "created"])
            let second = try await plan(folder, host)
            #expect(!second.hasChanges)
            #expect(try await apply(folder, host).map(\.done) == ["unchanged", "unchanged", "unchanged"])
        }
    }

    /// What was compared before is known, and only that.
    @Test func whatChangedSinceItWasLastComparedIsSeen() async throws {
        try await withFolder([.running("db")]) { folder, host in
            let file = try folder.file("web.xml", guest("web"))
            let text = try await host.domain(named: "db").xml()
            _ = try folder.file("db.xml", text)
            try await apply(folder, host)
            for _ in 1...3 { #expect(try await !plan(folder, host).hasChanges) }
            let kept = try await host.domain(named: "web").xml(inactive: true)
            _ = try await host.define(kept.replacing(">65536<", with: ">98304<"))
            for _ in 1...2 {
                #expect(try await plan(folder, host).objects.map(\.action) == [.nothing, .changeAtNextBoot])
            }
            _ = try await host.define(kept)
            for _ in 1...2 { #expect(try await !plan(folder, host).hasChanges) }
            _ = try folder.file("web.xml", guest("web").replacing("64", with: "96"))
            for _ in 1...2 {
                #expect(try await plan(folder, host).objects.map(\.action) == [.nothing, .changeAtNextBoot])
            }
            _ = try folder.file("web.xml", guest("web"))
            try await host.domain(named: "db").setMemory(.mebibytes(1), .live)
            let running = try await plan(folder, host).objects.first
            #expect(running?.isActive == true)
            #expect(running?.action != .nothing)
            try FileManager.default.removeItem(atPath: file)
        }
    }

    /// A file that breaks the schema is refused each time, also when a good one was there before.
    @Test func whatIsWrongIsNeverKnownToBeGood() async throws {
        try await withFolder { folder, host in
            for text in [guest("web"), guest("web", devices: "<nonsense/>"), guest("web")] {
                _ = try folder.file("web.xml", text)
                for _ in 1...2 {
                    let failures = try await plan(folder, host).failures
                    #expect(failures.map(\.kind) == (text.contains("nonsense") ? [.badDefinition] : []))
                }
            }
        }
    }

    @Test func aChangeKeepsTheUUIDAndTheAddresses() async throws {
        try await withFolder { folder, host in
            let adapter = "<interface type='user'/>"
            _ = try folder.file("web.xml", guest("web", devices: adapter))
            try await apply(folder, host)
            let before = try DomainDocument(xml: try await host.domain(named: "web").xml(inactive: true))
            _ = try folder.file("web.xml", guest("web", devices: adapter).replacing("64", with: "96"))
            #expect(try await apply(folder, host).map(\.done) == ["changed"])
            let after = try DomainDocument(xml: try await host.domain(named: "web").xml(inactive: true))
            #expect(after.uuid == before.uuid)
            #expect(after.memory == .mebibytes(96))
            let address = before.node.value("devices/interface/mac/@address")
            #expect(address != nil)
            #expect(after.node.value("devices/interface/mac/@address") == address)
        }
    }

    @Test func oneThatFailsLeavesTheOthersAlone() async throws {
        try await withFolder { folder, host in
            let disk = "<disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk>",
                twins = disk + disk
            _ = try folder.file("a.xml", guest("a"))
            _ = try folder.file("b.xml", guest("b", devices: twins))
            _ = try folder.file("c.xml", guest("c"))
            let outcomes = try await apply(folder, host)
            #expect(outcomes.map { $0.failure == nil } == [true, false, true])
            #expect(outcomes.compactMap(\.failure?.what) == [folder.path + "/b.xml: guest 'b'"])
            let names = try await host.domains().map(\.name).sorted()
            #expect(names == ["a", "c"])
        }
    }

    @Test func aRunningGuestIsLeftAlone() async throws {
        try await withFolder([.running("web")]) { folder, host in
            _ = try folder.file("web.xml", guest("web"))
            let number = try await host.domain(named: "web").id
            #expect(try await apply(folder, host).map(\.done) == ["changed, takes effect at its next start"])
            let web = try await host.domain(named: "web")
            #expect(web.id == number)
            #expect(try await web.info().maximumMemory == .mebibytes(128))
            let waiting = try await apply(folder, host)
            #expect(waiting.map(\.done) == ["waits for its next start"])
            #expect(waiting.map(\.isWaiting) == [true])
        }
    }

    @Test func aNameThatChangedUnderTheSameUUIDIsRefused() async throws {
        try await withFolder { folder, host in
            _ = try folder.file("web.xml", DefinitionSetTests.guest("web", uuid: DefinitionSetTests.uuid))
            try await apply(folder, host)
            _ = try folder.file("web.xml", DefinitionSetTests.guest("www", uuid: DefinitionSetTests.uuid))
            let plan = try await plan(folder, host)
            #expect(plan.objects.isEmpty)
            #expect(plan.failures.first?.why.contains("is that of guest 'web' on the host") == true)
            #expect(plan.failures.first?.hint?.contains("strata rename web www") == true)
            let other = UUID().uuidString
            _ = try folder.file("web.xml", DefinitionSetTests.guest("web", uuid: other))
            let taken = try await self.plan(folder, host)
            #expect(taken.failures.first?.kind == .nameTaken)
        }
    }

    @Test(arguments: [
        ("<interface type='network'><source network='ghost'/></interface>", "network 'ghost'"),
        (
            "<disk type='volume'><source pool='ghost' volume='v'/><target dev='vda' bus='virtio'/></disk>",
            "pool 'ghost'"
        ),
    ]) func whatADefinitionRefersToMustBeThere(device: String, missing: String) async throws {
        try await withFolder { folder, host in
            _ = try folder.file("good.xml", guest("good"))
            let bad = try folder.file("bad.xml", guest("bad", devices: device))
            let plan = try await plan(folder, host)
            #expect(plan.objects.map(\.name.name) == ["good"])
            #expect(plan.failures.first?.what == "\(bad):5")
            #expect(plan.failures.first?.why.contains(missing) == true)
        }
    }

    @Test func networksPoolsAndVolumesComeBeforeTheGuestThatNeedsThem() async throws {
        try await withFolder { folder, host in
            _ = try folder.file("net.xml", "<network><name>lab</name><ip address='10.9.8.1' prefix='24'/></network>")
            _ = try folder.file(
                "pool.xml", "<pool type='dir'><name>disks</name><target><path>/disks</path></target></pool>")
            _ = try folder.file(
                "volume.xml",
                "<volume><name>v.img</name><capacity unit='MiB'>8</capacity><target><path>/disks/v.img</path></target></volume>"
            )
            _ = try folder.file(
                "web.xml",
                guest(
                    "web",
                    devices: "<interface type='network'><source network='lab'/></interface>"
                        + "<disk type='volume'><source pool='disks' volume='v.img'/><target dev='vda' bus='virtio'/></disk>"
                ))
            let outcomes = try await apply(folder, host)
            #expect(outcomes.compactMap(\.failure) == [])
            #expect(outcomes.map(\.done) == ["created and started", "created and started", "created", "created"])
            #expect(try await host.network(named: "lab").isActive)
            #expect(try await host.storagePool(named: "disks").isAutostarted)
            let again = try await plan(folder, host)
            // The test driver names the host's side of an adapter in what it keeps.
            let changes = again.objects.flatMap(\.changes).filter { !$0.path.hasSuffix("/target/@dev") }
            #expect(changes.map(\.description) == [])
        }
    }

    @Test func onlyWhatStrataPutThereFromTheFolderIsRemoved() async throws {
        try await withFolder([.shutOff("foreign")]) { folder, host in
            let file = try folder.file("web.xml", guest("web"))
            _ = try folder.file("db.xml", guest("db"))
            try await apply(folder, host)
            try FileManager.default.removeItem(atPath: file)
            let without = try await plan(folder, host)
            #expect(without.objects.map(\.name.name) == ["db"])
            let bad = try folder.file("bad.xml", "<domain>")
            let careful = try await plan(folder, host, prunes: true)
            #expect(careful.objects.map(\.action) == [.nothing])
            try FileManager.default.removeItem(atPath: bad)
            let pruned = try await apply(folder, host, prunes: true)
            #expect(pruned.map(\.done) == ["unchanged", "removed"])
            let names = try await host.domains().map(\.name).sorted()
            #expect(names == ["db", "foreign"])
        }
    }

    /// One of many that are alike is checked for all of them, which must hide nobody's mistake.
    @Test func ofFilesThatAreAlikeEachMistakeIsNamed() async throws {
        try await withFolder { folder, host in
            for name in ["a", "b", "c"] {
                _ = try folder.file(name + ".xml", guest(name, devices: "<seriall type='pty'/>"))
            }
            for name in ["d", "e"] { _ = try folder.file(name + ".xml", guest(name, devices: "<serial type='pty'/>")) }
            for _ in 1...2 {
                let plan = try await plan(folder, host)
                #expect(plan.objects.map(\.name.name) == ["d", "e"])
                #expect(plan.failures.count == 3)
                for (name, failure) in zip(["a", "b", "c"], plan.failures) {
                    #expect(failure.what.hasPrefix(folder.appending(path: "\(name).xml:").path), "\(failure.what)")
                    #expect(failure.why.contains("<seriall>"), "\(failure.why)")
                }
            }
            _ = try folder.file("b.xml", guest("b", devices: "<serial type='pty'/>"))
            #expect(try await plan(folder, host).failures.count == 2)
        }
    }

    @Test func importingAndApplyingChangesNothing() async throws {
        try await withFolder { folder, host in
            let devices =
                "<interface type='user'/><disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk>"
            _ = try folder.file("web.xml", guest("web", devices: devices))
            try await apply(folder, host)
            let web = try await host.domain(named: "web")
            let kept = folder.appending(path: "kept").path
            let imported = try await ImportedDefinition(of: web.readOnly)
            let file = try imported.write(to: kept)
            #expect(throws: Failure.self) { try imported.write(to: kept) }
            let plan = try await DefinitionPlan.make(
                try await DefinitionSet.read([file]), on: host, prunes: false, KnownGood(folder: folder.path))
            #expect(plan.objects.map(\.action) == [.nothing])
            for word in ["uuid", "mac ", "address", "controller", "strata", "emulator"] {
                #expect(!imported.document.xml.contains("<" + word), "\(imported.document.xml)")
            }
            let whole = try await ImportedDefinition(of: web.readOnly, keepsIdentity: true)
            #expect(whole.document.uuid == web.uuid)
            #expect(whole.document.xml.contains("<mac "))
        }
    }
}
