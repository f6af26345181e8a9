import Foundation
import TestSupport
import Testing

/// `strata os` on the installed database.
@Suite("Operating systems") struct OSCommandTests {
    @Test func listIsATableThatCanBeNarrowed() async throws {
        let outcome = try await Tool.strata.run("os", "list", "windows xp")
        #expect(
            outcome.output == """
                ID     NAME                  FAMILY  RELEASED    END OF LIFE
                winxp  Microsoft Windows XP  winnt   2001-10-25  2009-04-19

                """)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        let none = try await Tool.strata.run("os", "list", "nothing like it", "--format", "json")
        #expect(none.output == "[\n\n]\n")
        #expect(none.status == 0)
    }

    @Test func infoShowsTheSystemAndItsMachine() async throws {
        let outcome = try await Tool.strata.run("os", "info", "winxp")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("needs        1 vCPU · 256 MiB memory · 1.5 GiB disk\n"))
        #expect(outcome.output.contains("machine      pc, bios\ndisks        ide\n"))
        #expect(outcome.output.contains("network      rtl8139\n"))
    }

    @Test func infoIsAlsoJSON() async throws {
        let outcome = try await Tool.strata.run("os", "info", "debian11", "--style", "emulated", "--format", "json")
        let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: [String: Any]]
        #expect(json?["system"]?["shortID"] as? String == "debian11")
        #expect(json?["hardware"]?["networkModel"] as? String == "e1000")
    }

    @Test func aReleaseThatIsTooNewIsServedAndThatIsSaid() async throws {
        let outcome = try await Tool.strata.run("os", "info", "winxp99", "--quiet")
        #expect(outcome.status == 66)
        let newer = try await Tool.strata.run("os", "info", "fedora999")
        #expect(newer.status == 0)
        #expect(newer.errors.contains("does not know fedora999 yet; Fedora Linux"))
    }

    @Test func anUnknownSystemIsAnErrorWithNearNames() async throws {
        let outcome = try await Tool.strata.run("os", "info", "debain11")
        #expect(outcome.status == 66)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("error: operating system 'debain11': the osinfo database has none"))
        #expect(outcome.errors.contains("hint: near names: debian11"))
    }

    @Test func aMissingDatabaseIsSaid() async throws {
        let nowhere = ["OSINFO_SYSTEM_DIR": "/nowhere", "OSINFO_LOCAL_DIR": "/nowhere", "OSINFO_USER_DIR": "/nowhere"]
        let outcome = try await Tool.strata.run("os", "list", environment: nowhere)
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("hint: apt install osinfo-db"))
    }

    @Test(arguments: [["os", "--help"], ["os", "list", "--help"], ["os", "info", "--help"]])
    func helpHasAnExample(arguments: [String]) async throws {
        let outcome = try await Tool.strata.run(arguments)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Example:"))
    }
}
