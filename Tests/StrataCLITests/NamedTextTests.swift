import Foundation
import Testing
import TestSupport

/// Texts that come by pipes and by standard input rather than in files.
@Suite("Texts that are named") struct NamedTextTests {
    private static let domain =
        "<domain type='test'><name>x</name><memory>4096</memory><os><type>hvm</type></os></domain>"

    private func create(_ words: String, input: String) async throws -> Tool.Outcome {
        try await withTemporaryFolder { folder in
            _ = try folder.file("image.raw", String(repeating: " ", count: 1024))
            let uri = try testHostURI(in: folder, domains: [])
            let arguments = words.split(separator: " ").map { String($0).replacing("@", with: folder.path) }
            let running = try Tool.strata.start(
                ["create", "n", "--dry-run", "-q", "-c", uri] + arguments,
                environment: ["XDG_STATE_HOME": folder.path + "/state"], input: input)
            running.endInput()
            return try await running.outcome()
        }
    }

    @Test(arguments: [
        ("--image @/image.raw --password-file -", "geheim\n"),
        ("--image @/image.raw --password-file /dev/stdin", "x\n"),
        ("--image @/image.raw --cloud-init -", "#cloud-config\n{}\n"),
        ("--image @/image.raw --ssh-key -", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me\n"),
        ("--xml -", domain),
        ("--xml /dev/stdin", domain),
    ])
    func aPipeIsRead(words: String, input: String) async throws {
        let outcome = try await create(words, input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("<name>n</name>"))
    }

    @Test(
        arguments: [
            ("--image @/image.raw --password-file @", 64, "Is a directory"),
            ("--image @/image.raw --password-file @/no", 66, "No such file"),
            ("--image @/image.raw --password-file @/image.raw/x", 66, "Not a directory"),
            ("--image @/image.raw --password-file /dev/zero", 64, "more than 1 MiB"),
            ("--image @/image.raw --password-file -", 64, "its first line is empty"),
            ("--xml -", 65, "definition:2:1: "),
        ] as [(String, Int32, String)])
    func whatCannotBeReadSaysWhy(words: String, status: Int32, why: String) async throws {
        let outcome = try await create(words, input: "\n")
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.errors.contains(why), "\(outcome.errors)")
        #expect(outcome.errors.contains("\nhint: "), "\(outcome.errors)")
    }

    /// Relative paths of a definition without a folder start at the current one.
    @Test func aDefinitionByStandardInputStartsAtTheCurrentFolder() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [])
            _ = try folder.file("kernel", "x")
            let file = try folder.file(
                "n.xml",
                "<domain type='test'><name>x</name><memory>4096</memory><os><type>hvm</type><kernel>kernel</kernel></os>"
                    + "</domain>")
            for redirection in ["< n.xml", "< <(cat n.xml)"] {
                let outcome = try await Tool(path: "/bin/bash").run(
                    "-c", "cd \"$1\" && \"$2\" create n --xml - --dry-run -q -c \"$3\" \(redirection)", "bash",
                    folder.path, Tool.strata.path, uri)
                #expect(outcome.output.contains("<kernel>\(folder.path)/kernel</kernel>"), "\(outcome.errors)")
            }
            #expect(!file.isEmpty)
        }
    }
}
