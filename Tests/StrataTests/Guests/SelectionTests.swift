import Strata
import Testing
import TestSupport

@Suite("Choosing guests by label") struct SelectionTests {
    private func withTagged(_ body: (Connection) async throws -> Void) async throws {
        try await withTestHost(domains: [.running("web"), .shutOff("db"), .shutOff("old")]) { host in
            let (web, db) = (try await host.domain(named: "web"), try await host.domain(named: "db"))
            try await web.setTags([
                GuestTag(name: "env", value: "dev"), GuestTag(name: "tier", value: "<front> & \"x\""),
            ])
            try await db.setTags([GuestTag(name: "env", value: "prod")])
            try await body(host)
        }
    }

    @Test(
        arguments: [
            (["env=dev"], ["web"]), (["env"], ["web", "db"]), (["env", "tier"], ["web"]),
            (["tier=<front> & \"x\""], ["web"]),
            (["env=test"], []), (["none"], []),
        ] as [([String], [String])])
    func aLabelChoosesThoseThatHaveIt(tags: [String], names: [String]) async throws {
        try await withTagged { host in
            let selection = GuestSelection(tags: tags.compactMap { GuestSelection.Tag($0) })
            let chosen = try await selection.resolve(on: host.readOnly)
            #expect(chosen.sorted() == names.sorted())
        }
    }

    @Test func labelsChangeAndGo() async throws {
        try await withTagged { host in
            let web = try await host.domain(named: "web")
            let changed = try await web.setTags([GuestTag(name: "env", value: "test")], removing: ["tier", "none"])
            #expect(changed == [GuestTag(name: "env", value: "test")])
            let read = try await web.tags()
            #expect(read == changed)
            let rest = try await web.setTags([], removing: ["env"])
            #expect(rest.isEmpty)
            let none = try await web.tags()
            #expect(none.isEmpty)
        }
    }

    @Test func onlyWhatWasNotNamedIsLeftOutByItsState() async throws {
        try await withTagged { host in
            let all = try await GuestSelection(isAll: true).resolve(on: host.readOnly, fitting: ["running"])
            #expect(all == ["web"])
            let named = try await GuestSelection(names: ["old", "web", "old"]).resolve(
                on: host.readOnly, fitting: ["running"])
            #expect(named == ["old", "web"])
            let pattern = try await GuestSelection(names: ["*d*", "w*"]).choose(on: host.readOnly, fitting: ["running"])
            #expect(pattern.names == ["web"])
            #expect(pattern.leftAlone.map(\.name) == ["db", "old"])
            let failure = await #expect(throws: Failure.self) {
                _ = try await GuestSelection(names: ["x*"]).resolve(on: host.readOnly)
            }
            #expect(failure?.kind == .noSuchGuest)
        }
    }

    @Test func aLabelHasAName() {
        #expect(GuestSelection.Tag("=x") == nil)
        #expect(GuestSelection.Tag("") == nil)
        #expect(GuestSelection.Tag("a=b=c")?.value == "b=c")
    }
}
