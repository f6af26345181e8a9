import Foundation
import Testing
import TestSupport

@testable import StrataCLI

@Suite("Reaching guests by command") struct ReachCommandTests {
    @Test(
        arguments: [
            (#"root\n"#, "root\r"), (#"\x03"#, "\u{3}"), (#"\e[A\t"#, "\u{1B}[A\t"), (#"a\\b"#, #"a\b"#),
            ("plain", "plain"),
            (#"\q"#, nil), (#"\x1"#, nil), (#"\"#, nil), (#"\xzz"#, nil),
        ] as [(String, String?)])
    func textToTypeMayHaveKeysInIt(argument: String, typed: String?) {
        #expect(EscapedText(argument: argument)?.bytes == typed.map { Array($0.utf8) })
    }

    @Test(
        arguments: [
            ("web:/etc/hosts", "web"), ("web:notes", "web"), ("/a:b", nil), ("./a:b", nil), (":x", nil),
            ("web:", "web"),
            ("plain", nil),
        ] as [(String, String?)])
    func aPathInAGuestHasItsName(argument: String, guest: String?) { #expect(GuestPath(argument)?.guest == guest) }

    @Test(arguments: [
        ["exec", "web"], ["cp", "a", "b"], ["cp", "a:b", "c:d"], ["sendkey", "web", "hyper"], ["sendkey", "web"],
        ["console", "web", "--expect", ""], ["console", "web", "--log", "--send", "x"], ["console", "web", "--follow"],
        ["console", "web", "--fit", "--log"],
        ["console", "web", "--send", #"\q"#], ["wait", "web", "--for", "coffee"],
        ["exec", "web", "--limit", "0", "--", "x"],
        ["screenshot", "web"], ["wait", "web", "--timeout", "soon"], ["cp", "web:/x", "-"], ["cp", "-", "web:/x"],
        ["sendkey", "web", "a", "--hold", "10h"], ["ssh", "web", "hostname"],
    ])
    func wrongArgumentsAreAUsageError(arguments: [String]) async throws {
        let outcome = try await Tool.strata.run(arguments)
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test func aGuestThatIsOffCannotBeReached() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.shutOff("db")])
            for arguments in [["ip", "db"], ["view", "db"], ["ssh", "db"], ["console", "db", "--send", "x"]] {
                let outcome = try await Tool.strata.run(arguments + ["-c", uri])
                #expect(outcome.status == 3, "\(arguments) \(outcome.errors)")
                #expect(outcome.errors.contains("hint: strata start db"), "\(arguments)")
            }
            let wait = try await Tool.strata.run("wait", "db", "--for", "powered-on", "--timeout", "100ms", "-c", uri)
            #expect(wait.status == 75)
            #expect(wait.errors.contains("nobody started it"))
        }
    }

    @Test func aGuestThatRunsIsPoweredOnAtOnceAndLateForTheRest() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.running("web")])
            let atOnce = try await Tool.strata.run("wait", "web", "--for", "kernel", "--timeout", "0s", "-c", uri)
            #expect(atOnce.status == 5)
            #expect(atOnce.errors.contains("it runs but did not come to kernel within 0 s"), "\(atOnce.errors)")
            let on = try await Tool.strata.run("wait", "web", "--for", "powered-on", "-c", uri)
            #expect(on.output == "web: powered-on\n")
            let late = try await Tool.strata.run("wait", "web", "--for", "agent", "--timeout", "200ms", "-c", uri)
            #expect(late.status == 5)
            #expect(late.errors.contains("it came to powered-on"))
            #expect(late.errors.contains("no channel for QEMU's agent"))
        }
    }

    @Test func guestsAreCompletedByName() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.running("web"), .shutOff("db")])
            let outcome = try await Tool.strata.run(
                "---completion", "ip", "--", "positional@0", "1", "0", "ip", "",
                environment: ["LIBVIRT_DEFAULT_URI": uri])
            #expect(outcome.output.split(separator: "\n") == ["db", "web"])
        }
    }

    @Test(
        arguments: [
            ("cp", "positional@0", "", ["db:", "web:", "node.xml"]), ("cp", "positional@1", "no", ["node.xml"]),
            ("create", "--network", "", ["user", "none", "bridge=", "direct="]), ("create", "--os", "", ["debian11"]),
            ("create", "--image", "no", ["debian-12", "node.xml"]),
        ] as [(String, String, String, [String])])
    func valuesAreCompleted(verb: String, argument: String, begin: String, among: [String]) async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.running("web"), .shutOff("db")])
            let words = ["---completion", verb, "--", argument, "1", "0", verb, begin]
            let outcome = try await Tool(path: "/usr/bin/env").run(
                ["-C", folder.path, Tool.strata.path] + words,
                environment: ["LIBVIRT_DEFAULT_URI": uri, "XDG_STATE_HOME": folder.path + "/state"])
            let offered = outcome.output.split(separator: "\n").map(String.init)
            for word in among { #expect(offered.contains(word), "\(offered)") }
        }
    }
}
