import Foundation
import Strata
import Testing
import TestSupport

@testable import StrataCLI

@Suite("The advise command") struct AdviseTests {
    private let advice = """
        {"findings": [{"rule": "unsafe-cache", "guest": "web", "problem": "disk vda ignores flushes",
        "evidence": ["seen this", "and that"], "gain": "safety", "risk": "speed", "isSafe": true,
        "changes": [{"diskDriver": {"target": "vda", "option": "cache", "value": "none"}}]},
        {"rule": "no-page-merging", "problem": "equal pages are not merged", "evidence": ["3 guests"], "gain": "memory",
        "risk": "time", "isSafe": false, "changes": [], "remedy": "echo 1"}], "guests": ["web", "db"], "seconds": 5}
        """

    @Test func aFindingIsAParagraphWithItsCommand() throws {
        let advice = try JSONDecoder().decode(Advice.self, from: Data(advice.utf8))
        #expect(
            AdviceView(advice: advice, columns: nil).text == """
                web: disk vda ignores flushes  [unsafe-cache]
                  seen  seen this; and that
                  gain  safety
                  risk  speed
                  do    strata set web --disk-cache vda=none

                host: equal pages are not merged  [no-page-merging]
                  seen  3 guests
                  gain  memory
                  risk  time
                  do    echo 1

                2 findings for 2 guests, measured for 5.00 s; 1 can be made with --apply

                """)
        #expect(AdviceView(advice: advice, outcomes: [0: "done"]).text.contains("  done  done\n"))
    }

    @Test func nothingToAdviseIsSaid() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.running("web"), .shutOff("db")])
            let outcome = try await Tool.strata.run("advise", "--interval", "100ms", "-q", "-c", uri)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.hasPrefix("nothing to advise: 2 guests"))
            let ghost = try await Tool.strata.run("advise", "ghost", "--interval", "100ms", "-q", "-c", uri)
            #expect(ghost.status == 2)
        }
    }

    @Test(arguments: [
        (["--iothreads", "2"], "<iothreads>2</iothreads>"), (["--clock", "localtime"], "<clock offset='localtime'"),
        (["--type", "kvm"], "type='kvm'"), (["--huge-pages", "on"], "<hugepages/>"),
        (["--disk-cache", "vda=none"], "cache='none'"),
        (["--iothreads", "1", "--disk-iothread", "vda=1"], "iothread='1'"),
    ])
    func whatIsAdvisedCanBeSet(arguments: [String], piece: String) async throws {
        try await withTemporaryFolder { folder in
            let file = try folder.file(
                "web.xml",
                """
                <domain type='qemu'>
                  <name>web</name>
                  <memory unit='MiB'>64</memory>
                  <os><type>hvm</type></os>
                  <devices>
                    <disk type='file'>
                      <source file='/a'/>
                      <target dev='vda'/>
                    </disk>
                  </devices>
                </domain>
                """)
            let outcome = try await Tool.strata.run(["set", file] + arguments)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try String(contentsOfFile: file, encoding: .utf8).contains(piece))
        }
    }

    @Test func whatCannotBeIsRefused() async throws {
        try await withTemporaryFolder { folder in
            let file = try folder.file("web.xml", TestDomain.shutOff("web").definition)
            for arguments in [["--huge-pages", "perhaps"], ["--iothreads", "many"], ["--disk-cache", "vdz=none"]] {
                #expect(try await Tool.strata.run(["set", file] + arguments).status == 64, "\(arguments)")
            }
        }
    }
}
