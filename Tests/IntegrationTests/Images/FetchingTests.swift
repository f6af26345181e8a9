import Foundation
import Strata
import Testing
import TestSupport

/// Images from a server that is well, and from servers that are not.
@Suite("Fetching images") struct FetchingTests {
    @Test func whatIsFetchedIsWhatIsThereAndIsFetchedOnce() async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 1024)
            let reference = server.url("a.raw") + "#sha256=" + sum
            let image = try await server.store.obtain(reference)
            #expect(image.id == sum && image.name == "a" && image.format == "raw" && image.size == .mebibytes(1))
            #expect(try Data(contentsOf: URL(fileURLWithPath: image.path)) == Data(RealStorage.noise(1 << 20)))
            let again = try await server.store.obtain(reference)
            #expect(again == image)
            #expect(server.requests == ["/a.raw -"])
            #expect(server.kept == ["a.json", "sha256-\(sum).raw"])
        }
    }

    @Test func aConnectionThatBreaksIsTakenUpWhereItStopped() async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 1024)
            let image = try await server.store.obtain(server.url("cut-400000/a.raw") + "#sha256=" + sum)
            #expect(image.id == sum)
            #expect(
                server.requests == [
                    "/cut-400000/a.raw -", "/cut-400000/a.raw bytes=400000-", "/cut-400000/a.raw bytes=800000-",
                ])
        }
    }

    @Test func whatWasCutOffGoesOnInAnotherProcess() async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 16 << 10)
            let reference = server.url("slow/a.raw") + "#sha256=" + sum
            let first = try Tool.strata.start(["image", "pull", reference], environment: server.state)
            let part = URL(fileURLWithPath: server.store.folder)
            _ = await eventually {
                let size = try? FileManager.default.contentsOfDirectory(atPath: part.path)
                    .filter { $0.hasPrefix(".part-") && !$0.hasSuffix(".json") }
                    .map { try FileManager.default.attributesOfItem(atPath: part.path + "/" + $0)[.size] as? Int }
                return (size?.first ?? 0) ?? 0 > 1 << 20
            }
            first.signal(SIGINT)
            let outcome = try await first.outcome()
            #expect(outcome.status == 130, "\(outcome.errors)")
            #expect(outcome.errors.contains("what has arrived is kept"))
            #expect(server.kept.count == 2, "\(server.kept)")
            let second = try await Tool.strata.run("image", "pull", reference, environment: server.state)
            #expect(second.status == 0, "\(second.errors)")
            #expect(server.requests.count == 2)
            #expect(server.requests.last?.contains("bytes=") == true)
            #expect(try server.store.info("a").id == sum)
            #expect(server.kept == ["a.json", "sha256-\(sum).raw"])
        }
    }

    @Test func anotherVersionIsNotPutBehindTheFirst() async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 256)
            let failure = await #expect(throws: Failure.self) {
                try await server.store.obtain(server.url("changing/a.raw") + "#sha256=" + sum)
            }
            #expect(failure?.hint?.contains("goes on from there") == true)
            #expect(server.requests.dropFirst().allSatisfy { $0.hasSuffix("bytes=131072-") })
        }
    }

    @Test func aServerWithoutRangesIsAskedForEverything() async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 256)
            let image = try await server.store.obtain(server.url("norange/a.raw") + "#sha256=" + sum)
            #expect(image.id == sum)
        }
    }

    @Test(arguments: ["sha256", "sha512"]) func theCatalogueIsVerifiedByItsList(algorithm: String) async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 64)
            let listed = try server.sha256("a.raw", algorithm + "sum")
            try server.catalogue("away/a.raw", sums: "\(listed)  other\n\(listed) *a.raw\n", algorithm: algorithm)
            // The list has two digests of one file only where they differ.
            let pulled = try await Tool.strata.run("image", "pull", "mine", environment: server.state)
            #expect(pulled.status == 0, "\(pulled.errors)")
            let image = try server.store.info("mine")
            #expect(image.id == sum && image.os == "debian12" && image.checksum?.digest == listed)
            let again = try await Tool.strata.run("image", "pull", "mine", environment: server.state)
            #expect(again.errors == "image 'mine': is the newest there is\n")
            #expect(server.requests.filter { $0.hasPrefix("/a.raw") }.count == 1)
        }
    }

    @Test func aNameThatTheUserGaveIsNotTaken() async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 64)
            _ = try server.put("mine.raw", kibibytes: 32)
            let own = try await server.store.importing(server.folder.path + "/mine.raw")
            try server.catalogue("a.raw", sums: "\(sum)  a.raw\n")
            let pulled = try await Tool.strata.run("image", "pull", "mine", environment: server.state)
            #expect(pulled.status == 4, "\(pulled.errors)")
            #expect(try server.store.info("mine").id == own.id)
            let other = try await Tool.strata.run(
                "image", "pull", "mine", "--name", "theirs", environment: server.state)
            #expect(other.status == 0, "\(other.errors)")
            #expect(try server.store.info("theirs").id == sum)
        }
    }

    @Test func aNewerImageTakesTheName() async throws {
        try await ImageServer.with { server in
            let first = try server.put("a.raw", kibibytes: 64)
            try server.catalogue("a.raw", sums: "\(first)  a.raw\n")
            _ = try await Tool.strata.run("image", "pull", "mine", environment: server.state)
            let second = try server.put("a.raw", kibibytes: 128)
            try server.catalogue("a.raw", sums: "\(second)  a.raw\n")
            let pulled = try await Tool.strata.run("image", "pull", "mine", environment: server.state)
            #expect(pulled.errors == "image 'mine': fetched\n")
            #expect(try server.store.info("mine").id == second)
            // Guests may stand on the first one.
            #expect(server.kept.contains("sha256-\(first).raw"))
            #expect(server.store.leftovers() == ["\(server.store.folder)/sha256-\(first).raw"])
        }
    }

    @Test(arguments: [
        ("lie/a.raw", 1, "its sha256 is ", "nothing of it was kept"),
        ("short/a.raw", 1, "its sha256 is ", "nothing of it was kept"),
        ("missing.raw", 66, "404", "look whether the address is right"),
        ("status-403/a.raw", 77, "403", "the server wants to know who asks"),
        ("status-503/a.raw", 1, "503", "goes on from there"),
        ("to-file/a.raw", 1, "\"file\" not supported", "error: "),
        ("cut-0/a.raw", 1, "65536 bytes remaining", "goes on from there"),
    ]) func whatFailsLeavesNoImage(path: String, status: Int32, why: String, hint: String) async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 64)
            let reference = server.url(path) + "#sha256=" + sum
            let outcome = try await Tool.strata.run("image", "pull", reference, environment: server.state)
            #expect(outcome.status == status, "\(outcome.errors)")
            #expect(outcome.errors.hasPrefix("error: ") && outcome.errors.contains(why), "\(outcome.errors)")
            #expect(outcome.errors.contains(hint), "\(outcome.errors)")
            #expect(server.store.list().isEmpty)
            // Only what may be gone on with is kept.
            #expect(server.kept.isEmpty, "\(server.kept)")
        }
    }

    @Test func anImageThatIsNoneIsRefusedThoughItsChecksumIsRight() async throws {
        try await ImageServer.with { server in
            _ = try server.folder.file("a.raw", "<!DOCTYPE html>" + String(repeating: " ", count: 497))
            let reference = server.url("a.raw") + "#sha256=" + (try server.sha256("a.raw"))
            let failure = await #expect(throws: Failure.self) { try await server.store.obtain(reference) }
            #expect(failure?.kind == .badDefinition)
            #expect(failure?.what == server.url("a.raw"))
            #expect(server.kept.isEmpty)
        }
    }

    @Test func anImageOfAnotherFormatThanTheCatalogueSaysIsRefused() async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 64)
            try server.catalogue("a.raw", sums: sum, format: "qcow2")
            let outcome = try await Tool.strata.run("image", "pull", "mine", environment: server.state)
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains("it is raw, and should be qcow2"))
            #expect(server.kept.isEmpty)
        }
    }

    @Test func aListWithoutTheFileIsSaid() async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 64)
            try server.catalogue("a.raw", sums: "\(sum)  b.raw\n")
            let outcome = try await Tool.strata.run("image", "pull", "mine", environment: server.state)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("SUMS has no sha256 of a.raw"))
            #expect(server.requests == ["/SUMS -"])
        }
    }

    @Test func severalAtOnceFetchItOnce() async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 4096)
            let reference = server.url("slow/a.raw") + "#sha256=" + sum
            let running = try (0..<3).map { _ in
                try Tool.strata.start(["image", "pull", reference], environment: server.state)
            }
            for process in running {
                let outcome = try await process.outcome()
                #expect(outcome.status == 0, "\(outcome.errors)")
            }
            #expect(server.requests.count == 1)
            #expect(server.kept == ["a.json", "sha256-\(sum).raw"])
        }
    }

    @Test(
        .enabled(if: geteuid() == 0, "mounts a file system"),
        arguments: [("a.raw", "4 MiB are needed there"), ("unsized/a.raw", "No space left on device")])
    func aFullFileSystemIsSaidAndLeftAsItWas(path: String, why: String) async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 4096)
            let small = server.folder.appending(path: "strata")
            try FileManager.default.createDirectory(at: small, withIntermediateDirectories: true)
            _ = try await Tool(path: "/usr/bin/mount").run("-t", "tmpfs", "-o", "size=1m", "tmpfs", small.path)
            let reference = server.url(path) + "#sha256=" + sum
            let outcome = try await Tool.strata.run("image", "pull", reference, environment: server.state)
            let kept = server.kept
            _ = try await Tool(path: "/usr/bin/umount").run(small.path)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains(why), "\(outcome.errors)")
            #expect(outcome.errors.contains("hint: make room"))
            #expect(kept.isEmpty)
        }
    }

    @Test func aServerThatDoesNotSayHowMuchItWillBeIsReadToItsEnd() async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 512)
            let image = try await server.store.obtain(server.url("unsized/a.raw") + "#sha256=" + sum)
            #expect(image.id == sum)
        }
    }

    @Test func aTerminalIsShownHowFarItIs() async throws {
        try await ImageServer.with { server in
            let sum = try server.put("a.raw", kibibytes: 2048)
            let pull = "\(Tool.strata.path) image pull \(server.url("slow/a.raw"))#sha256=\(sum)"
            let terminal = try await Tool(path: "/usr/bin/script")
                .run("-qec", "stty cols 90; " + pull, "/dev/null", environment: server.state)
            #expect(terminal.status == 0)
            let lines = terminal.output.split(separator: "\r").filter { $0.contains("downloading") }
            #expect(lines.count > 3)
            #expect(lines.allSatisfy { $0.count < 95 && $0.hasPrefix("a: downloading  ") }, "\(lines)")
            #expect(lines.last?.contains(" of 2 MiB, ") == true)
            // The bar is gone before anything else is said.
            #expect(terminal.output.contains("\u{1B}[K\r\u{1B}[Kimage 'a': fetched"))
            let plain = try await Tool.strata.run(
                ["image", "pull", "--name", "b", server.url("slow/a.raw") + "#sha256=" + sum],
                environment: server.state)
            #expect(plain.errors == "image 'b': fetched\n")
        }
    }
}
