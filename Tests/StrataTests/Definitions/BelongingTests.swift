import Foundation
import Libvirt
import Testing
import TestSupport

@testable import Strata

/// To which folder a guest belongs, on hosts of libvirt's test driver.
@Suite("Folders that guests belong to") struct BelongingTests {
    private func withFolders(_ names: String..., body: (URL, Connection) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            for name in names + ["state"] {
                try FileManager.default.createDirectory(
                    at: folder.appending(path: name), withIntermediateDirectories: true)
            }
            try await withTestHost { host in try await body(folder, host) }
        }
    }

    private func apply(_ path: String, of folder: URL, _ host: Connection, prunes: Bool = false) async throws
        -> [String]
    {
        let state = folder.appending(path: "state").path
        let plan = try await DefinitionPlan.make(
            try await DefinitionSet.read([folder.appending(path: path).path]), on: host, prunes: prunes,
            KnownGood(folder: state))
        var apply = DefinitionApply(plan)
        apply.journals = state
        let outcomes = try await apply.perform(on: host, uri: "test:///belonging")
        #expect(outcomes.compactMap(\.failure) == [])
        return outcomes.map(\.done)
    }

    private func mark(_ name: String, _ host: Connection) async throws -> String? {
        try XMLDocument(xml: try await host.domain(named: name).xml(inactive: true)).mark?.folder
    }

    /// Also where it was compared before, and is known to be as its file says.
    @Test func aGuestFollowsItsFileIntoAnotherFolder() async throws {
        try await withFolders("a", "b") { folder, host in
            let file = try folder.file("a/web.xml", DefinitionSetTests.guest("web"))
            for done in ["created", "unchanged", "unchanged"] {
                #expect(try await apply("a", of: folder, host) == [done])
            }
            try FileManager.default.moveItem(atPath: file, toPath: folder.path + "/b/web.xml")
            let uuid = try await host.domain(named: "web").uuid
            let place = DefinitionFolder.absolute(folder.path + "/b")
            #expect(try await apply("b", of: folder, host) == ["unchanged, belongs to \(place) from now on"])
            #expect(try await apply("b", of: folder, host) == ["unchanged"])
            #expect(try await mark("web", host) == place)
            #expect(try await apply("a", of: folder, host, prunes: true) == [])
            #expect(try await host.domain(named: "web").uuid == uuid)
        }
    }

    /// A change of the guest takes the mark along, to the letter: another folder may be called the same but for a blank.
    @Test(arguments: [" b", "b ", "on", "0x10", "b\u{A0}"]) func aChangedGuestBelongsToExactlyThatFolder(
        name: String
    ) async throws {
        try await withFolders("a", name) { folder, host in
            let file = try folder.file("a/web.xml", DefinitionSetTests.guest("web"))
            #expect(try await apply("a", of: folder, host) == ["created"])
            try FileManager.default.removeItem(atPath: file)
            _ = try folder.file(name + "/web.xml", DefinitionSetTests.guest("web").replacing("64", with: "96"))
            #expect(try await apply(name, of: folder, host).map { $0.hasPrefix("changed") } == [true])
            #expect(try await mark("web", host) == DefinitionFolder.absolute(folder.path + "/" + name))
            #expect(try await apply(name, of: folder, host) == ["unchanged"])
        }
    }

    /// One that is only written otherwise on a host that nobody marked stays foreign.
    @Test func aGuestOfSomebodyElseStaysSo() async throws {
        try await withFolders("a") { folder, host in
            let file = try folder.file("a/web.xml", DefinitionSetTests.guest("web"))
            _ = try await host.define(DefinitionSetTests.guest("web"))
            #expect(try await apply("a", of: folder, host) == ["unchanged"])
            #expect(try await mark("web", host) == nil)
            try FileManager.default.removeItem(atPath: file)
            #expect(try await apply("a", of: folder, host, prunes: true) == [])
        }
    }

    /// A folder stands for those in it, unless they are hidden: their files are not read with it.
    @Test(arguments: [("top/sub", true), ("top/.sub", false), ("topping", false)])
    func aFolderAlsoHasWhatBelongsToOneInIt(inner: String, isPruned: Bool) async throws {
        try await withFolders("top", inner) { folder, host in
            let file = try folder.file(inner + "/web.xml", DefinitionSetTests.guest("web"))
            #expect(try await apply(inner, of: folder, host) == ["created"])
            if isPruned { #expect(try await apply("top", of: folder, host) == ["unchanged"]) }
            #expect(try await mark("web", host) == DefinitionFolder.absolute(folder.path + "/" + inner))
            try FileManager.default.removeItem(atPath: file)
            #expect(try await apply("top", of: folder, host, prunes: true) == (isPruned ? ["removed"] : []))
        }
    }
}
