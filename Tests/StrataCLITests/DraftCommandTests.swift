import Foundation
import Libvirt
import Testing
import TestSupport

/// What becomes of the drafts of `strata edit`.
@Suite("Drafts of edits") struct DraftCommandTests {
    private struct Host {
        let uri: String
        let state: [String: String]
        let folder: URL
        var drafts: String { folder.path + "/state/strata/drafts" }
        var left: [String] { (try? FileManager.default.contentsOfDirectory(atPath: drafts).sorted()) ?? [] }

        func edit(_ editor: String, uri other: String? = nil) async throws -> Tool.Outcome {
            try await Tool.strata.run(
                "edit", "web", "-c", other ?? uri, "-q", environment: state.merging(["VISUAL": editor]) { $1 })
        }

        /// Starts an edit whose editor waits for a file.
        func begin(_ editor: String) throws -> Running {
            let waiting = "touch '\(folder.path)/open'; until test -e '\(folder.path)/go'; do sleep 0.1; done; "
            return try Tool.strata.start(
                ["edit", "web", "-c", uri, "-q"],
                environment: state.merging(["VISUAL": "sh -c \"\(waiting)\(editor) \\$1\" x"]) { $1 })
        }

        func waitUntilOpen() async throws {
            try #require(await eventually { FileManager.default.fileExists(atPath: folder.path + "/open") })
        }

        func go() throws { _ = try folder.file("go", "") }
    }

    private func withHost(_ body: (Host) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.shutOff("web")])
            try Self.identify("web", in: folder)
            try await body(Host(uri: uri, state: ["XDG_STATE_HOME": folder.path + "/state"], folder: folder))
        }
    }

    /// A guest of the test driver's would have another UUID in each process.
    private static func identify(_ name: String, in folder: URL, memory: Int = 128) throws {
        let file = folder.path + "/node.xml", uuid = "c7a5fdbd-cdaf-9455-926a-d65c16db1809"
        let text = try String(contentsOfFile: file, encoding: .utf8)
            .replacingOccurrences(of: "<name>\(name)</name>", with: "<name>\(name)</name><uuid>\(uuid)</uuid>")
        _ = try folder.file("node.xml", text.replacingOccurrences(of: "MiB'>128", with: "MiB'>\(memory)"))
    }

    @Test func twoEditsOfOneGuestDoNotMeet() async throws {
        try await withHost { host in
            let first = try host.begin("sed -i s/131072/65536/")
            try await host.waitUntilOpen()
            let second = try await host.edit("sed -i s/131072/32768/")
            #expect(second.status == 3)
            #expect(second.errors == "error: guest 'web': another edit of it is open\nhint: end that one first\n")
            try host.go()
            let outcome = try await first.outcome()
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("→ 65536 KiB"))
            #expect(host.left == [])
        }
    }

    @Test(arguments: ["/nonexisting/editor", "false", "sh -c 'exit 3'"])
    func anEditorThatFailsLeavesNoUntouchedDraft(editor: String) async throws {
        try await withHost { host in
            let failed = try await host.edit(editor)
            #expect(failed.status == 1)
            #expect(failed.errors.contains("the editor ended with status"))
            #expect(failed.errors.contains("hint: set VISUAL or EDITOR"))
            #expect(!failed.errors.contains("draft"), "\(failed.errors)")
            #expect(host.left == [])
        }
    }

    @Test func anEditorThatFailsAfterAChangeLeavesTheDraft() async throws {
        try await withHost { host in
            let failed = try await host.edit("sh -c 'sed -i s/131072/65536/ \"$1\"; exit 3' x")
            #expect(failed.status == 1)
            #expect(failed.errors.contains("the draft is kept: strata edit web goes on with"))
            #expect(host.left == ["web.xml", "web.xml.original"])
            // Neither is it lost when the next editor fails, too.
            let again = try await host.edit("false")
            #expect(again.errors.contains("the draft is kept: strata edit web goes on with"))
            let taken = try await host.edit("true")
            #expect(taken.output.contains("→ 65536 KiB"), "\(taken.errors)")
            #expect(host.left == [])
        }
    }

    @Test func anEditorThatRemovesTheDraftIsSaidTruly() async throws {
        try await withHost { host in
            let removed = try await host.edit("rm")
            #expect(removed.status == 66)
            #expect(
                removed.errors == """
                    error: guest 'web': the editor removed the draft: nothing is changed
                    hint: strata edit web begins anew

                    """)
            #expect(host.left == [])
        }
    }

    @Test func aDraftThatIsNoXMLIsKeptToo() async throws {
        try await withHost { host in
            let refused = try await host.edit("sed -i s,/memory,/memry,")
            #expect(refused.status == 65)
            #expect(refused.errors.contains("the draft is kept: strata edit web goes on with"))
            let mended = try await host.edit("sed -i -e s,/memry,/memory, -e s/131072/65536/")
            #expect(mended.status == 0, "\(mended.errors)")
            #expect(mended.output.contains("→ 65536 KiB"))
        }
    }

    /// The host behind another URI has another definition of the guest.
    @Test func aDraftFromBeforeSomebodyElsesChangeIsNotTaken() async throws {
        try await withHost { host in
            _ = try await host.edit("sed -i s/131072/much/")
            let other = host.folder.appending(path: "other")
            try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
            let changed = try testHostURI(in: other, domains: [.running("web")])
            try Self.identify("web", in: other, memory: 256)
            let refused = try await host.edit("true", uri: changed)
            #expect(refused.status == 3)
            #expect(refused.errors.contains("the definition has been changed since"))
            #expect(refused.errors.contains("hint: take from the draft what you need, and delete it"))
            #expect(host.left == ["web.xml", "web.xml.original"])
        }
    }
}
