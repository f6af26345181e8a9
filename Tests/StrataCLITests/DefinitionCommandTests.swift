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
