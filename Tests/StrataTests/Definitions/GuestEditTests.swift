import Foundation
import Libvirt
import Testing
import TestSupport

@testable import Strata

/// `set` on guests of libvirt's test driver.
@Suite("Editing guests") struct GuestEditTests {
    private func edit(
        _ field: String, _ value: String, _ reach: GuestEdit.Reach = .both, of guest: TestDomain = .running("web"),
        then check: (Domain) async throws -> Void = { _ in }
    ) async throws -> [MadeChange] {
        try await withTemporaryFolder { folder in
            try await withTestHost(domains: [guest]) { host in
                let web = try await host.domain(named: "web")
                var edit = GuestEdit([.set(field: field, value: value)], reach)
                edit.journals = folder.path
                let changes = try await edit.perform(on: web, uri: "test:///edit")
                try await check(web)
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
                return changes
            }
        }
    }

    @Test func aGuestThatIsOffHasItAtItsNextBoot() async throws {
        let changes = try await edit("memory", "64MiB", of: .shutOff("web")) { web in
            let kept = try await web.xml(inactive: true)
            #expect(kept.contains("<memory unit='KiB'>65536</memory>"))
        }
        #expect(changes.map(\.change.effect) == [.nextBoot])
        #expect(changes.map(\.reach) == [.nextBoot])
    }

    @Test func whatCanBeChangedAtOnceIsInBoth() async throws {
        let changes = try await edit("current-memory", "64MiB") { web in
            let live = try await web.xml(), kept = try await web.xml(inactive: true)
            #expect(live.contains("<currentMemory unit='KiB'>65536</currentMemory>"))
            #expect(kept.contains("<currentMemory unit='KiB'>65536</currentMemory>"))
        }
        #expect(changes.map(\.change.effect) == [.now])
        #expect(changes.map(\.reach) == [.both])
    }

    @Test func onlyTheNextBootMeansThat() async throws {
        let changes = try await edit("current-memory", "64MiB", .nextBoot) { web in
            let live = try await web.xml(), kept = try await web.xml(inactive: true)
            #expect(live.contains("<currentMemory unit='KiB'>131072</currentMemory>"))
            #expect(kept.contains("<currentMemory unit='KiB'>65536</currentMemory>"))
        }
        #expect(changes.map(\.change.effect) == [.nextBoot])
        #expect(changes.map(\.reach) == [.nextBoot])
    }

    @Test func placesThatTheHostDoesNotHaveAreRefused() async throws {
        // This host of the test driver's has two nodes with eight processors each.
        let host = try await Connection.open("test:///default")
        let guest = try await host.domain(named: "test")
        for (field, value, there) in [("host-nodes", "7", "0-1"), ("host-processors", "3,16", "0-15")] {
            let refused = await #expect(throws: InvalidValue.self) {
                try await GuestEdit([.set(field: field, value: value)]).perform(on: guest, uri: "test:///default")
            }
            #expect(refused?.why == "the host has only \(there)")
        }
        try await host.checkPlaces(in: [.set(field: "host-processors", value: "12-15,^13")])
        await host.close()
    }

    @Test func onlyNowIsRefusedWhereItCannotBe() async throws {
        let boot = await #expect(throws: Failure.self) { _ = try await edit("memory", "64MiB", .now) }
        #expect(boot?.kind == .wrongState)
        #expect(boot?.why.contains("/domain/memory cannot be changed while it runs") == true)
        let off = await #expect(throws: Failure.self) {
            _ = try await edit("current-memory", "64MiB", .now, of: .shutOff("web"))
        }
        #expect(off?.why == "it does not run")
        #expect(off?.hint?.contains("strata start web") == true)
    }

    @Test(arguments: [("name", "www"), ("memory", "much"), ("vcpus", "0")])
    func whatCannotBeIsRefused(field: String, value: String) async throws {
        let error = await #expect(throws: (any Error).self) { _ = try await edit(field, value) }
        #expect(error is Failure || error is InvalidValue)
    }
}
