import Foundation
import Strata
import Testing
import TestSupport

@testable import StrataCLI

@Suite("The live view") struct TopTests {
    private func state(after keys: [Key], guests: Int = 100, room: Int = 10) -> TopState {
        var state = TopState(picture: UsagePicture(width: 80))
        for key in keys { state.press(key, room: room, guests: guests) }
        return state
    }

    @Test func aKeyChoosesTheOrderAndASecondTimeTurnsIt() {
        #expect(state(after: [.character("m")]).picture.sort == .memory)
        #expect(!state(after: [.character("m")]).picture.isReversed)
        #expect(state(after: [.character("m"), .character("m")]).picture.isReversed)
        #expect(!state(after: [.character("m"), .character("m"), .character("w")]).picture.isReversed)
    }

    @Test func everyColumnHasAKeyThatDoesNothingElse() {
        #expect(Set(TopState.sortKeys.values) == Set(UsageColumn.allCases))
        for key in TopState.sortKeys.keys { #expect(!state(after: [.character(key)]).isDone) }
    }

    @Test func whatIsTypedAfterASlashIsTheFilter() {
        let typing = state(after: [.character("/"), .character("q"), .character("x"), .erase])
        #expect(typing.picture.filter == "q")
        #expect(typing.footer.hasPrefix("filter: q_"))
        #expect(!typing.isDone)
        #expect(state(after: [.character("/"), .character("q"), .enter, .character("m")]).picture.filter == "q")
        #expect(state(after: [.character("/"), .character("q"), .escape]).picture.filter.isEmpty)
    }

    @Test func scrollingEndsWhereTheListDoes() {
        #expect(state(after: [.up]).picture.offset == 0)
        #expect(state(after: [.pageDown, .down]).picture.offset == 11)
        #expect(state(after: [Key](repeating: .pageDown, count: 20)).picture.offset == 90)
        #expect(state(after: [.down], guests: 5).picture.offset == 0)
    }

    @Test func qAndCtrlCLeave() {
        #expect(state(after: [.character("q")]).isDone)
        #expect(state(after: [.character("/"), .interrupt]).isDone)
        #expect(state(after: [.character("p")]).isPaused)
    }

    @Test(arguments: [
        ("q", [Key.character("q")]), ("\u{1B}[A\u{1B}[B", [.up, .down]), ("\u{1B}OA", [.up]),
        ("\u{1B}[5~\u{1B}[6~x", [.pageUp, .pageDown, .character("x")]), ("\u{1B}", [.escape]),
        ("\u{1B}[1;5Cq", [.character("q")]), ("\r\u{7F}\u{03}", [.enter, .erase, .interrupt]), ("\u{1B}[", []),
    ])
    func bytesOfATerminalAreKeys(bytes: String, keys: [Key]) { #expect(Key.keys(Array(bytes.utf8)) == keys) }

    @Test func onceIsATableOfTheGuestsOrJSON() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.running("web"), .running("db"), .shutOff("off")])
            let table = try await Tool.strata.run("top", "--once", "--interval", "100ms", "-q", "-c", uri)
            #expect(table.status == 0, "\(table.errors)")
            let lines = table.output.split(separator: "\n")
            #expect(lines.first == "host n/a: the guests' host is not this machine")
            let reasons = lines.firstIndex { $0.hasPrefix("n/a ") } ?? lines.endIndex
            #expect(lines[..<reasons].suffix(2).map { $0.prefix { $0 != " " } } == ["db", "web"])
            #expect(lines[reasons...] == ["n/a cpu: libvirt's driver does not tell (db, web)"])
            let json = try await Tool.strata.run(
                "top", "--once", "--interval", "100ms", "--filter", "w", "--format", "json", "-q", "-c", uri)
            let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
            #expect((object?["guests"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["web"])
        }
    }

    @Test func theStreamIsALineOfJSONForEachInterval() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.running("web")])
            let top = try Tool.strata.start(["top", "--interval", "100ms", "--format", "json", "-q", "-c", uri])
            let came = await eventually { top.outputSoFar.split(separator: "\n").count >= 2 }
            top.signal(SIGTERM)
            let outcome = try await top.outcome()
            #expect(came)
            for line in outcome.output.split(separator: "\n") {
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
            }
        }
    }

    /// `script` gives the program a terminal of its own; what it writes goes to a file as well.
    @Test func onATerminalItTakesTheScreenAndGivesItBack() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.running("web"), .running("db")])
            let record = folder.appending(path: "screen").path
            let program = "stty rows 20 cols 90; \(Tool.strata.path) top --interval 100ms -q -c \(uri)"
            let top = try Tool(path: "/usr/bin/script").start(["-qefc", program, record], input: " ")
            func screen() -> String { (try? String(contentsOfFile: record, encoding: .utf8)) ?? "" }
            let appeared = await eventually { screen().contains("2 guests") }
            #expect(appeared)
            try top.type("/we")
            let filtered = await eventually { screen().contains("2 guests, 1 with 'we'") }
            #expect(filtered)
            try top.type("\rq")
            let outcome = try await top.outcome()
            #expect(outcome.status == 0)
            let text = screen()
            #expect(text.contains("\u{1B}[?1049h"))
            let end = try #require(text.range(of: "\u{1B}[?1049l", options: .backwards))
            #expect(text[..<end.lowerBound].contains("\u{1B}[?25h"))
        }
    }
}
