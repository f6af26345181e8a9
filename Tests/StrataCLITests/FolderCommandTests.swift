import Foundation
import Testing
import TestSupport

/// Commands on folders of definitions, each a process with a test driver's host of its own.
@Suite("Folders of definitions, on the command line") struct FolderCommandTests {
    private static func guest(_ name: String, memory: Int = 64) -> String {
        "<domain type='test'><name>\(name)</name><memory unit='MiB'>\(memory)</memory>"
            + "<os><type>hvm</type></os></domain>"
    }

    private func withHost(
        _ domains: [TestDomain] = [], _ body: (String, URL, [String: String]) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let host = folder.appending(path: "host"), files = folder.appending(path: "files")
            for folder in [host, files] {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            }
            try await body(
                try testHostURI(in: host, domains: domains), files, ["XDG_STATE_HOME": folder.path + "/state"])
        }
    }

    @Test func thePlanAnswersByItsExitCode() async throws {
        try await withHost([.shutOff("web")]) { uri, files, state in
            _ = try files.file("web.xml", Self.guest("web", memory: 128))
            let same = try await Tool.strata.run("plan", files.path, "--exit-code", "-c", uri, environment: state)
            #expect(same.status == 0, "\(same.errors)")
            #expect(same.output == "no change: 1 as their files say\n")
            _ = try files.file("web.xml", Self.guest("web"))
            _ = try files.file("db.xml", Self.guest("db"))
            let other = try await Tool.strata.run("plan", files.path, "--exit-code", "-c", uri, environment: state)
            #expect(other.status == 10)
            #expect(other.output.contains("guest 'db': is to be created\n"))
            #expect(other.output.contains("~ /domain/memory: 131072 KiB → 64 MiB  (at next boot)\n"))
            let quiet = try await Tool.strata.run("plan", files.path, "-c", uri, environment: state)
            #expect(quiet.status == 0)
        }
    }

    @Test func aPlanForProgramsHasStableKeys() async throws {
        try await withHost([.shutOff("web")]) { uri, files, state in
            _ = try files.file("web.xml", Self.guest("web"))
            let outcome = try await Tool.strata.run(
                "plan", files.path, "--format", "json", "-c", uri, environment: state)
            let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
            let objects = try #require(json as? [[String: Any]])
            #expect(objects.first.map { Set($0.keys) } == ["kind", "name", "file", "action", "isActive", "changes"])
            #expect(objects.first?["action"] as? String == "changeAtNextBoot")
        }
    }

    @Test func applyingTellsOfEachAndFailsOnceInTheEnd() async throws {
        try await withHost { uri, files, state in
            _ = try files.file("a.xml", Self.guest("a"))
            _ = try files.file("c.xml", Self.guest("c"))
            let bad = try files.file("b.xml", Self.guest("b").replacingOccurrences(of: "memory", with: "memmory"))
            let outcome = try await Tool.strata.run("apply", files.path, "-c", uri, environment: state)
            #expect(outcome.status == 65)
            #expect(outcome.output == "2 changed, 0 unchanged\n")
            #expect(outcome.errors.contains("guest 'a': created\n"))
            #expect(outcome.errors.contains("guest 'c': created\n"))
            #expect(outcome.errors.contains("error: \(bad):1:"))
        }
    }

    @Test func whereNothingCanBeReadNothingIsCounted() async throws {
        try await withHost { uri, files, state in
            let missing = files.path + "/nowhere"
            let outcome = try await Tool.strata.run("apply", missing, "-c", uri, environment: state)
            #expect(outcome.status == 66)
            #expect(outcome.output == "")
            #expect(outcome.errors.contains("error: \(missing): no such file or folder\n"))
        }
    }

    @Test func allThatIsWrongInAFolderIsNamedAndNothingIsHalfDone() async throws {
        try await withHost { _, files, state in
            let taken = "c7a5fdbd-cdaf-9455-926a-d65c16db1809", twin = "c7a5fdbd-cdaf-9455-926a-d65c16db1810"
            func guest(_ name: String, uuid: String? = nil, device: String = "") -> String {
                Self.guest(name).replacingOccurrences(
                    of: "<memory", with: (uuid.map { "<uuid>\($0)</uuid>" } ?? "") + "<memory"
                )
                .replacingOccurrences(of: "</domain>", with: "<devices>\(device)</devices></domain>")
            }
            let node = try files.file("node", "<node>\(guest("web", uuid: taken))</node>")
            _ = try files.file("good.xml", guest("good"))
            let dangling =
                "<disk type='volume'><source pool='ghost' volume='v'/><target dev='vda' bus='virtio'/></disk>"
            let bad = [
                try files.file("broken.xml", "<domain>"),
                try files.file("name-1.xml", guest("twin")), try files.file("name-2.xml", guest("twin")),
                try files.file("uuid-1.xml", guest("one", uuid: twin)),
                try files.file("uuid-2.xml", guest("two", uuid: twin)),
                try files.file(
                    "network.xml",
                    guest("net", device: "<interface type='network'><source network='ghost'/></interface>")),
                try files.file("pool.xml", guest("pool", device: dangling)),
                try files.file("renamed.xml", guest("www", uuid: taken)),
                files.path + "/pipe.xml", files.path + "/loop.xml",
            ]
            try #require(mkfifo(files.path + "/pipe.xml", 0o600) == 0)
            try FileManager.default.createSymbolicLink(
                atPath: files.path + "/loop.xml", withDestinationPath: files.path + "/loop.xml")
            try FileManager.default.createSymbolicLink(
                atPath: files.path + "/back", withDestinationPath: files.path)
            let outcome = try await Tool.strata.run("apply", files.path, "-c", "test://" + node, environment: state)
            #expect(outcome.status != 0)
            #expect(outcome.output == "1 changed, 0 unchanged\n")
            let notes = outcome.errors.split(separator: "\n").filter { $0.hasSuffix(": created") }
            #expect(notes == ["guest 'good': created"])
            for path in bad { #expect(outcome.errors.contains(path), "\(path) in \(outcome.errors)") }
            for name in ["network 'ghost'", "pool 'ghost'", "is that of guest 'web'", "guest 'twin'", twin] {
                #expect(outcome.errors.contains(name), "\(name) in \(outcome.errors)")
            }
            let journals = try FileManager.default.contentsOfDirectory(
                atPath: (state["XDG_STATE_HOME"] ?? "") + "/strata/journal")
            #expect(journals == [])
        }
    }

    @Test func aJournalThatCannotBeWrittenStopsEverything() async throws {
        try await withHost { uri, files, _ in
            _ = try files.file("a.xml", Self.guest("a"))
            let outcome = try await Tool.strata.run(
                "apply", files.path, "-c", uri, environment: ["XDG_STATE_HOME": "/proc/nowhere"])
            #expect(outcome.status == 77)
            #expect(outcome.output.isEmpty)
        }
    }

    @Test func passwordsAreNotShown() async throws {
        try await withHost { uri, files, state in
            let screen = "<devices><graphics type='vnc' passwd='old'/></devices></domain>"
            let before = Self.guest("web").replacingOccurrences(of: "</domain>", with: screen)
            let node = try files.file(
                "node", "<node>\(before.replacingOccurrences(of: "<domain ", with: "<domain "))</node>")
            _ = try files.file("web.xml", before.replacingOccurrences(of: "'old'", with: "'new'"))
            let outcome = try await Tool.strata.run("plan", files.path, "-c", "test://" + node, environment: state)
            #expect(outcome.output.contains("/@passwd: ••• → •••"), "\(outcome.output) \(outcome.errors)")
            #expect(!outcome.output.contains("new"))
            _ = uri
        }
    }

    @Test func nobodyIsAskedWhereNobodyIs() async throws {
        try await withHost([.running("web")]) { uri, files, state in
            _ = try files.file("web.xml", Self.guest("web"))
            let outcome = try await Tool.strata.run("apply", files.path, "--restart", "-c", uri, environment: state)
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains("hint: say it with --yes"))
        }
    }

    @Test func importingWritesAFileForEachGuest() async throws {
        try await withHost([.running("web"), .shutOff("db")]) { uri, files, state in
            let folder = files.path + "/new"
            let outcome = try await Tool.strata.run(
                "import", "web", "db", "--to", folder, "-c", uri, environment: state)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("web: written to \(folder)/web.xml\n"))
            let again = try await Tool.strata.run("import", "web", "--to", folder, "-c", uri, environment: state)
            #expect(again.status == 4)
            let plan = try await Tool.strata.run("plan", folder, "--exit-code", "-c", uri, environment: state)
            #expect(plan.status == 0, "\(plan.output)")
        }
    }

    /// The editor is a command that changes the file.
    @Test func anEditIsTakenOrItsDraftIsKept() async throws {
        try await withHost([.shutOff("web")]) { uri, _, state in
            func edit(_ editor: String) async throws -> Tool.Outcome {
                try await Tool.strata.run(
                    "edit", "web", "-c", uri, environment: state.merging(["VISUAL": editor]) { $1 })
            }
            let drafts = (state["XDG_STATE_HOME"] ?? "") + "/strata/drafts"
            let same = try await edit("true")
            #expect(same.output == "no difference\n")
            let changed = try await edit("sed -i s/131072/65536/")
            #expect(changed.status == 0)
            #expect(changed.output.contains("~ /domain/memory: 131072 KiB → 65536 KiB"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: drafts) == [])
            for (editor, words) in [
                ("sed -i s/131072/much/", "is not a value of <memory>"), ("sed -i s/web/www/", "another name"),
                ("truncate -s 20", "xml"),
            ] {
                let refused = try await edit(editor)
                #expect(refused.status == 65, "\(editor)")
                #expect(refused.errors.contains(words), "\(refused.errors)")
                #expect(refused.errors.contains("the draft is kept"), "\(editor)")
                #expect(FileManager.default.fileExists(atPath: drafts + "/web.xml"))
                try FileManager.default.removeItem(atPath: drafts)
            }
        }
    }

    @Test func driftThatIsThereIsPrintedAtOnce() async throws {
        try await withHost([.shutOff("web")]) { uri, files, state in
            _ = try files.file("web.xml", Self.guest("web"))
            let outcome = try await Tool.strata.run(
                "watch-drift", files.path, "--count", "1", "--format", "json", "-c", uri, environment: state)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("\"action\":\"changeAtNextBoot\""))
            #expect(outcome.output.split(separator: "\n").count == 1)
        }
    }

    @Test func aGuestIsNamedWhereAFileCouldBe() async throws {
        try await withHost([.running("web")]) { uri, files, state in
            for name in ["web", "guest:web", "guest:web@live"] {
                let got = try await Tool.strata.run("get", name, "memory", "-c", uri, environment: state)
                #expect(got.output == "128 MiB\n", "\(name): \(got.errors)")
            }
            let set = try await Tool.strata.run("set", "web", "--memory", "64MiB", "-c", uri, environment: state)
            #expect(set.output == "~ /domain/memory: 131072 KiB → 65536 KiB  (at next boot)\n", "\(set.errors)")
            let ghost = try await Tool.strata.run("get", "ghost", "memory", "-c", uri, environment: state)
            #expect(ghost.status == 2)
            let file = try files.file("web.xml", Self.guest("web"))
            let wrong = try await Tool.strata.run("set", file, "--memory", "1GiB", "--now", environment: state)
            #expect(wrong.status == 64)
        }
    }
}
