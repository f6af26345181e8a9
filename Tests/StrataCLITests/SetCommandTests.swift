import Foundation
import Testing
import TestSupport

/// What `set` says of guests of libvirt's test driver.
@Suite("Setting values of guests") struct SetCommandTests {
    private func set(_ arguments: [String], on guest: TestDomain) async throws -> Tool.Outcome {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [guest])
            return try await Tool.strata.run(
                ["set", "web", "-c", uri, "-q"] + arguments, environment: ["XDG_STATE_HOME": folder.path + "/state"])
        }
    }

    @Test(arguments: [
        ([], "(now, by its balloon, and at next boot)"), (["--now"], "(now only, by its balloon)"),
        (["--next-boot"], "(at next boot)"),
    ])
    func itIsSaidWhereAChangeIs(reach: [String], words: String) async throws {
        let outcome = try await set(["--current-memory", "64MiB"] + reach, on: .running("web"))
        #expect(outcome.output == "~ /domain/currentMemory: 131072 KiB → 65536 KiB  \(words)\n", "\(outcome.errors)")
    }

    @Test func whereAChangeIsCanBeReadByPrograms() async throws {
        let outcome = try await set(["--current-memory", "64MiB", "--format", "json"], on: .running("web"))
        let changes = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: String]]
        #expect(changes?.map { $0["reach"] } == ["both"])
        #expect(changes?.map { $0["path"] } == ["/domain/currentMemory"])
    }

    @Test func aGuestThatIsOffCannotBeChangedNow() async throws {
        let outcome = try await set(["--current-memory", "64MiB", "--now"], on: .shutOff("web"))
        #expect(outcome.status == 3)
        #expect(
            outcome.errors == """
                error: guest 'web': it does not run
                hint: strata start web starts it; without --now, its next boot has the change

                """)
    }

    @Test(arguments: [
        (["--memory", "4"], "--memory '4': it must be an amount with a unit, such as 512MiB or 4GiB"),
        (["--remove-disk", "vdz"], "--remove-disk 'vdz': there is no such disk"),
        (["--disk-bus", "vda"], "--disk-bus 'vda': it must have a = in it"),
        ([], "strata set: say what to change, such as --memory 4GiB"),
        (["--memory"], "strata set: missing value for '--memory <memory>'"),
    ])
    func aWrongValueIsAnErrorWithAHint(options: [String], error: String) async throws {
        let outcome = try await set(options, on: .running("web"))
        #expect(outcome.status == 64)
        #expect(outcome.errors == "error: \(error)\nhint: strata set --help shows how it is used\n")
    }
}
