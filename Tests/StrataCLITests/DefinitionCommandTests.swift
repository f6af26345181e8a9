import Foundation
import Testing
import TestSupport

/// Commands on definition files, against libvirt's test driver or none at all.
@Suite("Definition files") struct DefinitionCommandTests {
    private static let good = """
        <!-- a comment that stays -->
        <domain type='test'>
          <name>web</name>
          <memory unit='MiB'>64</memory>
          <os>
            <type>hvm</type>
            <kernel>images/vmlinuz</kernel>
          </os>
        </domain>

        """

    @Test func renderResolvesPathsAgainstTheFilesFolderAndChangesNothingElse() async throws {
        try await withTemporaryFolder { folder in
            let file = try folder.file("web.xml", Self.good)
            let outcome = try await Tool.strata.run("render", file)
            let resolved = Self.good.replacingOccurrences(of: "images/", with: folder.path + "/images/")
            #expect(outcome.output == resolved)
            #expect(outcome.status == 0)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.good)
        }
    }

    @Test func validateTellsGoodFilesFromBadOnes() async throws {
        try await withTemporaryFolder { folder in
            let good = try folder.file("good.xml", Self.good)
            let bad = try folder.file("bad.xml", Self.good.replacingOccurrences(of: "memory", with: "memmory"))
            let broken = try folder.file("broken.xml", "<domain>\n  <name>x</nam>\n</domain>\n")
            let outcome = try await Tool.strata.run("validate", good, bad, broken)
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("\(good): valid\n"))
            #expect(outcome.output.contains("\(bad):4"))
            #expect(outcome.output.contains("memmory"))
            #expect(outcome.output.contains("\(broken):2:"))
        }
    }

    @Test func validateFindsWhatTheSchemaCannotUnlessToldNotTo() async throws {
        try await withTemporaryFolder { folder in
            let twice = try folder.file(
                "twice.xml",
                """
                <domain type='kvm'><name>x</name><memory>1024</memory><os><type>hvm</type></os><devices>
                <disk type='file'><source file='a.img'/><target dev='vda'/></disk>
                <disk type='file'><source file='/b.img'/><target dev='vda'/></disk>
                </devices></domain>
                """)
            let outcome = try await Tool.strata.run("validate", twice)
            #expect(outcome.status == 1)
            #expect(outcome.output.hasPrefix("\(twice):3:1: the target 'vda' is also that of line 2\n  hint: "))
            let schema = try await Tool.strata.run("validate", "--schema-only", twice)
            #expect(schema.status == 0, "\(schema.output)")
            let json = try await Tool.strata.run("validate", "--format", "json", twice)
            let verdicts = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
            #expect(verdicts?.first?["isValid"] as? Bool == false)
            let finding = (verdicts?.first?["findings"] as? [[String: Any]])?.first
            #expect(finding?["kind"] as? String == "duplicate")
            #expect(finding?["element"] as? String == "/domain/devices/disk[2]")
        }
    }

    @Test func validateTakesEveryKindAndManyFilesInTheirOrder() async throws {
        try await withTemporaryFolder { folder in
            let network = try folder.file("n.xml", "<network><name>n</name></network>")
            let page = try folder.file("page.xml", "<html/>")
            let files = (0..<40).map { _ in network } + [page]
            let outcome = try await Tool.strata.run(["validate"] + files)
            #expect(outcome.status == 1)
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.prefix(40).allSatisfy { $0 == "\(network): valid" })
            #expect(lines.count == 42 && lines[40].contains("<html> is no document of libvirt's"))
        }
    }

    @Test func validateAsksTheHostWhenItIsNamed() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [])
            let file = try folder.file(
                "web.xml",
                """
                <domain type='test'><name>x</name><memory unit='TiB'>900</memory><os><type>hvm</type></os><devices>
                <interface type='network'><source network='nowhere'/></interface></devices></domain>
                """)
            let here = try await Tool.strata.run("validate", file)
            #expect(here.status == 0, "\(here.output)")
            let there = try await Tool.strata.run("validate", file, "-c", uri)
            #expect(there.status == 1)
            #expect(there.output.contains("the host has no network 'nowhere'"))
            #expect(there.output.contains("the guest is to have 900 TiB"))
        }
    }

    @Test func diffTellsRealChangesAndWhenTheyTakeEffect() async throws {
        try await withTemporaryFolder { folder in
            let before = try folder.file("a.xml", Self.good)
            let same = try folder.file(
                "b.xml", Self.good.replacingOccurrences(of: "<memory unit='MiB'>64", with: "<memory>65536"))
            let after = try folder.file("c.xml", Self.good.replacingOccurrences(of: ">64<", with: ">128<"))
            let equal = try await Tool.strata.run("diff", "--exit-code", before, same)
            #expect(equal.output == "no difference\n")
            #expect(equal.status == 0)
            let changed = try await Tool.strata.run("diff", before, after)
            #expect(changed.output == "~ /domain/memory: 64 MiB → 128 MiB  (at next boot)\n")
            #expect(changed.status == 0)
            let coded = try await Tool.strata.run("diff", "--exit-code", "--format", "json", before, after)
            #expect(coded.status == 1)
            let changes = try JSONSerialization.jsonObject(with: Data(coded.output.utf8)) as? [[String: String]]
            #expect(
                changes == [
                    [
                        "path": "/domain/memory", "kind": "changed", "before": "64 MiB", "after": "128 MiB",
                        "effect": "nextBoot",
                    ]
                ])
            let network = try folder.file("n.xml", "<network/>")
            let unlike = try await Tool.strata.run("diff", before, network)
            #expect(unlike.status == 65)
        }
    }

    @Test func diffReadsGuests() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.shutOff("db")])
            let file = try folder.file("db.xml", TestDomain.shutOff("db").definition)
            let equal = try await Tool.strata.run("diff", file, "guest:db", "-c", uri)
            #expect(equal.output == "no difference\n", "\(equal.errors)")
            let off = try await Tool.strata.run("diff", file, "guest:db@live", "-c", uri)
            #expect(off.status == 3)
            let missing = try await Tool.strata.run("diff", "guest:ghost", file, "-c", uri)
            #expect(missing.status == 2)
        }
    }

    /// Every bad file has its own exit code, names the place, and leaves nothing behind.
    @Test(
        arguments: [
            ("missing", nil, 66, "missing.xml"),
            ("malformed", "<domain>\n  <name>x</nam>\n</domain>\n", 65, "malformed.xml:2:"),
            ("network", "<network><name>x</name></network>", 65, "network"),
            (
                "schema",
                "<domain type='test'><name>x</name><memory>1024</memory><os><type>hvm</type></os><colour/></domain>",
                65, "colour"
            ),
        ] as [(String, String?, Int32, String)])
    func badFilesAreRefused(name: String, text: String?, status: Int32, words: String) async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [])
            let file = folder.appending(path: name + ".xml").path
            if let text { _ = try folder.file(name + ".xml", text) }
            for verb in ["define", "run"] {
                let outcome = try await Tool.strata.run(verb, file, "-c", uri)
                #expect(outcome.status == status, "\(verb)")
                #expect(outcome.errors.hasPrefix("error: "), "\(verb)")
                #expect(outcome.errors.contains(words), "\(verb): \(outcome.errors)")
                #expect(outcome.output.isEmpty, "\(verb)")
            }
        }
    }

    @Test func aNameThatIsTakenIsRefusedUnlessItIsToBeReplaced() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.shutOff("web")])
            let file = try folder.file("web.xml", Self.good)
            let refused = try await Tool.strata.run("define", file, "-c", uri)
            #expect(refused.status == 4)
            #expect(refused.errors.contains("hint: replace its definition with --replace"))
            let replaced = try await Tool.strata.run("define", file, "--replace", "-c", uri)
            #expect(replaced.status == 0)
            #expect(replaced.output == "web: defined\n")
        }
    }
}
