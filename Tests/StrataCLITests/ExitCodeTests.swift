import Foundation
import Testing
import TestSupport

/// The table of the exit codes, by calls that end with each of them.
@Suite("Exit codes") struct ExitCodeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var status: Int32
        var words: String
        var why: String
        var testDescription: String { "\(status): \(words)" }

        init(_ status: Int32, _ words: String, _ why: String) {
            (self.status, self.words, self.why) = (status, words, why)
        }
    }

    /// `@` is a folder with a few files; nobody sits at a terminal.
    static let cases: [Case] = [
        Case(0, "list", ""),
        Case(0, "pause d*", "db: left alone: it is shut off"),
        Case(2, "info ghost", "Domain not found"),
        Case(2, "stop ghost-*", "no guest has a name like that"),
        Case(3, "pause db", "not running"),
        Case(3, "restore db", "hint: boot it: strata start db"),
        Case(3, "ip db", "hint: strata start db"),
        Case(4, "rename db web", "hint: "),
        Case(4, "create web --kernel @/kernel", "hint: choose another name"),
        Case(5, "wait web --for agent --timeout 100ms", "it runs but did not come to agent"),
        Case(5, "wait web --for kernel --timeout 0s", "it runs but did not come to kernel"),
        Case(5, "wait web --for ssh", "it has no network adapter"),
        Case(5, "wait app --for ssh", "leads only out"),
        Case(10, "plan @/folder --exit-code", ""),
        Case(64, "start", "which guests?"),
        Case(64, "delete db", "nobody is there to be asked"),
        Case(64, "console web", "standard input is no terminal"),
        Case(64, "create n --kernel @/kernel --network none --wait ssh", "it has no network adapter"),
        Case(64, "create n --kernel @/kernel --network user --wait ssh", "leads only out"),
        Case(64, "create n --disk @/odd.bin", "the file's name does not tell"),
        Case(64, "cp @/kernel web:relative", "has no home"),
        Case(64, "cp web:/etc/hostname -", "strata exec"),
        Case(65, "run @/broken.xml", "broken.xml"),
        Case(66, "run @/missing.xml", "no such file"),
        Case(66, "create n --disk @/missing", "hint: correct the path"),
        Case(66, "create n --disk /dev/no-such-device", "hint: correct the path"),
        Case(66, "screenshot web @/no/screen.png", "its folder is not there"),
        Case(66, "cp @/missing web:/x", "hint: correct the path"),
        Case(69, "list -c qemu+unix:///system?socket=/nowhere/at-all", "hint: "),
        Case(75, "wait db --for powered-on --timeout 100ms", "nobody started it"),
        Case(78, "create n --image ftp://host/image.qcow2", "not by ftp"),
    ]

    @Test(arguments: cases) func aCallEndsWithItsCode(call: Case) async throws {
        try await withTemporaryFolder { folder in
            for name in ["kernel", "odd.bin"] { _ = try folder.file(name, "x") }
            _ = try folder.file("broken.xml", "<domain")
            let definitions = folder.appending(path: "folder")
            try FileManager.default.createDirectory(at: definitions, withIntermediateDirectories: true)
            _ = try definitions.file(
                "new.xml",
                "<domain type='test'><name>new</name><memory>4096</memory><os><type>hvm</type></os></domain>")
            let adapter = "<interface type='user'><mac address='52:54:00:00:00:09'/></interface>"
            let uri = try testHostURI(
                in: folder, domains: [.running("web"), .shutOff("db"), .running("app", devices: adapter)])
            var words = call.words.split(separator: " ").map { String($0).replacing("@", with: folder.path) }
            if !words.contains("-c") { words += ["-c", uri] }
            let outcome = try await Tool.strata.run(
                words, environment: ["XDG_STATE_HOME": folder.path + "/state"])
            #expect(outcome.status == call.status, "\(outcome.errors)")
            let text = outcome.output + outcome.errors
            #expect(call.why.isEmpty || text.contains(call.why), "\(outcome.output)\(outcome.errors)")
        }
    }
}
