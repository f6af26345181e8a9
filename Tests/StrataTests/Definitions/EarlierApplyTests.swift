import Foundation
import Libvirt
import Testing
import TestSupport

@testable import Strata

/// What becomes of what an earlier apply began, on hosts of libvirt's test driver.
@Suite("What an earlier apply left") struct EarlierApplyTests {
    private static let uri = "test:///earlier"
    private static let web = DefinedName(.domain, "web")

    /// A host with a guest, and the definition that an apply was to give it.
    private func withGuest(
        isRunning: Bool = true, _ body: (Connection, Domain, HostChange, String) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try await withTestHost(domains: [isRunning ? .running("web") : .shutOff("web")]) { host in
                let guest = try await host.domain(named: "web")
                let before = try #require(try await host.kept(Self.web))
                let after = before.replacingOccurrences(of: ">131072<", with: ">98304<")
                try #require(after != before)
                try await body(host, guest, .define(Self.web, before: before, after: after), folder.path)
            }
        }
    }

    /// A journal as a process leaves it that dies when so many steps are done, and the next one perhaps begun.
    private func die(_ steps: [HostChange], done: Int, hasBegun: Bool, undoing: Bool = false, in folder: String) throws
    {
        let journal = try Journal.begin([Strata.Operation("guest 'web'", steps)], on: Self.uri, in: folder)
        let page = JournalPage(journal, 0)
        for step in 0..<done {
            page.write(.begun(step))
            page.write(.done(step, trace: nil))
        }
        if hasBegun { page.write(.begun(done)) }
        if undoing { page.write(.undoing) }
    }

    private func outcome(on host: Connection, in folder: String) async throws -> EarlierWork.Outcome? {
        var works: [EarlierWork] = []
        // A process that another test starts at this moment has the journal's lock until it is another program.
        let isEmpty = try await eventually {
            works += await DefinitionApply.finishEarlier(on: host, uri: Self.uri, in: folder)
            return try FileManager.default.contentsOfDirectory(atPath: folder) == []
        }
        #expect(isEmpty)
        #expect(works.count <= 1)
        return works.first?.outcome
    }

    private func memory(_ guest: Domain) async throws -> String? {
        try DomainDocument(xml: try await guest.xml(inactive: true)).node.value("memory")
    }

    private static let restart: [HostChange] = [.stop(guest: "web", seconds: 0), .start(guest: "web")]
    private static let isRunning = EarlierWork.Outcome.leftAlone(
        "it runs and is not stopped for that now; it has what changed at its next start")

    @Test(arguments: [false, true]) func aRunningGuestIsNotStopped(hadBegun: Bool) async throws {
        try await withGuest { host, guest, define, folder in
            try await define.perform(on: host)
            try die([define] + Self.restart, done: 1, hasBegun: hadBegun, in: folder)
            let number = guest.id
            #expect(try await outcome(on: host, in: folder) == Self.isRunning)
            let now = try await host.domain(named: "web")
            #expect(now.id == number && number != nil)
            #expect(try await memory(guest) == "98304")
        }
    }

    @Test func whatNeverBeganIsForgotten() async throws {
        try await withGuest { host, guest, define, folder in
            try die([define] + Self.restart, done: 0, hasBegun: false, in: folder)
            #expect(try await outcome(on: host, in: folder) == nil)
            #expect(try await memory(guest) == "131072")
        }
    }

    @Test func aDefinitionThatWasBegunIsFinished() async throws {
        try await withGuest(isRunning: false) { host, guest, define, folder in
            try die([define], done: 0, hasBegun: true, in: folder)
            #expect(try await outcome(on: host, in: folder) == .finished)
            #expect(try await memory(guest) == "98304")
        }
    }

    /// One that strata stopped is started again; one that was switched off by somebody stays off.
    @Test(arguments: [false, true]) func onlyWhatStrataStoppedIsStarted(hadBegun: Bool) async throws {
        try await withGuest { host, guest, define, folder in
            try await define.perform(on: host)
            try await guest.forceOff()
            try die([define] + Self.restart, done: 1, hasBegun: hadBegun, in: folder)
            let outcome = try await outcome(on: host, in: folder)
            #expect(
                outcome == (hadBegun ? .finished : .leftAlone("it has been switched off since, and stays off")))
            #expect(try await guest.isActive == hadBegun)
        }
    }

    @Test(arguments: [1, 2]) func whatWasRemovedSinceIsNotDefinedAgain(done: Int) async throws {
        try await withGuest { host, guest, define, folder in
            try await guest.forceOff()
            try await guest.undefine()
            try die([define] + Self.restart, done: done, hasBegun: true, in: folder)
            #expect(try await outcome(on: host, in: folder) == .leftAlone("it has been removed since"))
            let names = try await host.domains().map(\.name)
            #expect(names == [])
        }
    }

    @Test(arguments: [false, true]) func whatWasChangedSinceIsLeft(undoing: Bool) async throws {
        try await withGuest { host, guest, define, folder in
            try await guest.forceOff()
            let own = try await guest.xml(inactive: true).replacingOccurrences(of: ">131072<", with: ">81920<")
            _ = try await host.define(own)
            try die([define] + Self.restart, done: 2, hasBegun: true, undoing: undoing, in: folder)
            let outcome = try await outcome(on: host, in: folder)
            #expect(outcome == .leftAlone("its definition has been changed since, and stays as it is now"))
            #expect(try await memory(guest) == "81920")
            #expect(try await !guest.isActive)
        }
    }

    /// Its old definition first: with the new one it could not start.
    @Test func whatCouldNotBeTakenBackIsTakenBackAndStarted() async throws {
        try await withGuest { host, guest, define, folder in
            try await define.perform(on: host)
            try await guest.forceOff()
            try die([define] + Self.restart, done: 2, hasBegun: true, undoing: true, in: folder)
            #expect(try await outcome(on: host, in: folder) == .takenBack)
            #expect(try await memory(guest) == "131072")
            #expect(try await guest.isActive)
        }
    }

    @Test func undoingAGuestThatIsGoneIsGivenUp() async throws {
        try await withGuest { host, guest, define, folder in
            try await guest.forceOff()
            try await guest.undefine()
            try die([define] + Self.restart, done: 2, hasBegun: true, undoing: true, in: folder)
            #expect(try await outcome(on: host, in: folder) == .leftAlone("it has been removed since"))
            let names = try await host.domains().map(\.name)
            #expect(names == [])
        }
    }

    /// A later step fails: what somebody has defined in between stays.
    @Test(arguments: [false, true]) func aFailureTakesBackOnlyItsOwn(isChanged: Bool) async throws {
        try await withGuest { host, guest, define, folder in
            let steps = [define, .start(guest: "nobody")]
            let operation = Strata.Operation("guest 'web'", steps)
            let journal = try Journal.begin([operation], on: Self.uri, in: folder)
            var progress = OperationProgress()
            try await define.perform(on: host)
            progress.done = [0]
            progress.traces[0] = await define.trace(on: host)
            if isChanged {
                let own = try await guest.xml(inactive: true).replacingOccurrences(of: ">98304<", with: ">81920<")
                _ = try await host.define(own)
            }
            let left = try await operation.undo(progress.done, progress.traces, on: host)
            withExtendedLifetime(journal) { #expect(left == (isChanged ? [.changedSince] : [])) }
            #expect(try await memory(guest) == (isChanged ? "81920" : "131072"))
        }
    }

    /// Two of them at once: what the other one made is what was to be made.
    @Test func whatSomebodyElseMadeJustSoIsNoError() async throws {
        try await withTestHost { host in
            let name = DefinedName(.domain, "new")
            let text = DefinitionSetTests.guest("new")
            let make = HostChange.define(name, before: nil, after: text)
            for _ in 1...2 { try await make.perform(on: host) }
            let other = text.replacingOccurrences(of: "'MiB'>64", with: "'MiB'>96")
            await #expect(throws: LibvirtError.self) {
                try await HostChange.define(name, before: nil, after: other).perform(on: host)
            }
            let network = DefinedName(.network, "lab")
            let lab = "<network><name>lab</name><ip address='10.9.8.1' prefix='24'/></network>"
            for _ in 1...2 {
                try await HostChange.define(network, before: nil, after: lab).perform(on: host)
                try await HostChange.activate(network).perform(on: host)
            }
        }
    }
}
