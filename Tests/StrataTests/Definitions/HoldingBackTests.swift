import Foundation
import Libvirt
import Testing
import TestSupport

@testable import Strata

/// What needs something that failed, on hosts of libvirt's test driver.
@Suite("Holding back what needs something that failed") struct HoldingBackTests {
    private static let network = "<network><name>lab</name><ip address='10.9.8.1' prefix='24'/></network>"
    private static let pool = "<pool type='dir'><name>disks</name><target><path>/disks</path></target></pool>"

    private static func volume(_ more: String = "") -> String {
        "<volume><name>v.img</name><capacity unit='MiB'>8</capacity>\(more)<target><path>/disks/v.img</path></target></volume>"
    }

    private static let guest = DefinitionSetTests.guest(
        "web",
        devices: "<interface type='network'><source network='lab'/></interface>"
            + "<disk type='volume'><source pool='disks' volume='v.img'/><target dev='vda' bus='virtio'/></disk>")

    private func plan(_ folder: URL, _ host: Connection) async throws -> DefinitionPlan {
        try await DefinitionPlan.make(
            try await DefinitionSet.read([folder.path]), on: host, prunes: false, KnownGood(folder: folder.path))
    }

    private func write(_ files: [String: String], to folder: URL) throws {
        for (name, text) in files { _ = try folder.file(name + ".xml", text) }
    }

    /// One of the files breaks libvirt's schema.
    @Test(arguments: ["net", "pool", "volume"]) func whatNeedsAFileThatIsWrongIsNotPlanned(bad: String) async throws {
        try await withTemporaryFolder { folder in
            try await withTestHost { host in
                let good = ["net": Self.network, "pool": Self.pool, "volume": Self.volume(), "web": Self.guest]
                try write(good, to: folder)
                try write(
                    [bad: (good[bad] ?? "").replacingOccurrences(of: "</name>", with: "</name><foo/>")], to: folder)
                _ = try folder.file("free.xml", DefinitionSetTests.guest("free"))
                let plan = try await plan(folder, host)
                var left: Set = ["lab", "disks", "disks/v.img", "free"]
                left.subtract(["net": ["lab"], "pool": ["disks", "disks/v.img"]][bad] ?? ["disks/v.img"])
                #expect(Set(plan.objects.map(\.name.name)) == left)
                let failure = try #require(plan.failures.first { $0.why.hasPrefix("guest 'web' needs ") })
                #expect(failure.why.hasSuffix(", and that failed"))
                #expect(failure.hint?.contains("\(bad).xml:1:") == true)
                #expect(plan.failures.contains { $0.what.contains("\(bad).xml:1:") })
            }
        }
    }

    @Test func whatIsAsItsFileSaysIsNotHeldBack() async throws {
        try await withTemporaryFolder { folder in
            try await withTestHost { host in
                let guest = DefinitionSetTests.guest(
                    "web",
                    devices: "<disk type='volume'><source pool='disks' volume='v.img'/><target dev='vda'/></disk>")
                _ = try await host.define(guest)
                _ = try await host.defineStoragePool(Self.pool)
                try await host.storagePool(named: "disks").start()
                try write(["pool": Self.pool.replacingOccurrences(of: "</name>", with: "</name><foo/>")], to: folder)
                _ = try folder.file("web.xml", guest)
                let plan = try await plan(folder, host)
                #expect(plan.objects.map(\.action) == [.nothing])
                #expect(plan.failures.count == 1)
            }
        }
    }

    /// Nothing is half-done, and the journal knows that.
    @Test func whatNeedsSomethingThatCouldNotBeMadeIsNotMade() async throws {
        try await withTemporaryFolder { folder in
            try await withTestHost { host in
                try write(
                    ["net": Self.network, "pool": Self.pool, "volume": Self.volume(), "web": Self.guest], to: folder)
                var apply = DefinitionApply(try await plan(folder, host))
                apply.journals = folder.path
                // Of the same name, made in between and not as the file has it.
                _ = try await host.defineStoragePool(
                    Self.pool.replacingOccurrences(of: "path>/disks", with: "path>/other"))
                let outcomes = try await apply.perform(on: host, uri: "test:///held")
                #expect(outcomes.map(\.name.name) == ["lab", "disks", "disks/v.img", "web"])
                #expect(outcomes.map { $0.failure == nil } == [true, false, false, false])
                let last = try #require(outcomes.last?.failure)
                #expect(last.why.hasPrefix("guest 'web' needs pool 'disks'"))
                #expect(last.hint?.contains("pool 'disks'") == true)
                #expect(try await host.domains().isEmpty)
                #expect(Leftover.all(in: folder.path).isEmpty)
                let json = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(outcomes))
                let records = try #require(json as? [[String: Any]])
                #expect(records.map { ($0["reason"] as? String)?.isEmpty } == [nil, false, false, false])
                #expect(records.last?["hint"] as? String == last.hint)
            }
        }
    }

    @Test func aPoolThatIsOffTellsNothingOfItsVolumes() async throws {
        try await withTemporaryFolder { folder in
            try await withTestHost { host in
                _ = try await host.defineStoragePool(Self.pool)
                try write(["pool": Self.pool, "volume": Self.volume()], to: folder)
                let plan = try await plan(folder, host)
                #expect(plan.objects.map(\.name.name) == ["disks"])
                #expect(plan.failures.map(\.kind) == [.wrongState])
                #expect(plan.failures.first?.why.contains("pool 'disks' is not active") == true)
            }
        }
    }

    @Test func aVolumeThatWouldBecomeSmallerIsPlannedAsOneToBeMadeAnew() async throws {
        try await withTemporaryFolder { folder in
            try await withTestHost { host in
                _ = try await host.defineStoragePool(Self.pool)
                let pool = try await host.storagePool(named: "disks")
                try await pool.start()
                _ = try await pool.createVolume(Self.volume())
                for (size, action) in [("8", PlannedAction.nothing), ("16", .changeAtNextBoot), ("4", .recreate)] {
                    try write(
                        [
                            "pool": Self.pool,
                            "volume": Self.volume().replacingOccurrences(of: ">8<", with: ">\(size)<"),
                        ],
                        to: folder)
                    let plan = try await plan(folder, host)
                    #expect(plan.objects.last?.action == action, "\(size) MiB")
                }
                var apply = DefinitionApply(try await plan(folder, host))
                apply.journals = folder.path
                let outcome = try await apply.perform(on: host, uri: "test:///held").last
                #expect(outcome?.failure?.kind == .unsupported)
                #expect(outcome?.failure?.why.contains("would be lost") == true)
            }
        }
    }
}
