import Testing

@testable import StrataLayers

@Suite("The rule slow-clock") struct SlowClockTests {
    private func findings(_ clock: String, _ changes: [String: String] = [:]) throws -> [Suggestion] {
        let changes = changes.merging(["<clock offset='utc'/>": clock]) { first, _ in first }
        return AdvisedExample.findings(.slowClock, try AdvisedExample.guest(changes))
    }

    private let windows = ["http://debian.org/debian/12": "http://microsoft.com/win/11"]

    @Test func windowsHasItsClockOnlyWhereItIsSwitchedOn() throws {
        let finding = try #require(try findings("<clock offset='localtime'/>", windows).first)
        #expect(finding.command == "strata set web --timer hypervclock=yes")
        let on = "<clock offset='localtime'><timer name='hypervclock' present='yes'/></clock>"
        #expect(try findings(on, windows).isEmpty)
    }

    @Test func otherSystemsHaveLinuxesUnlessItIsSwitchedOff() throws {
        let off = "<clock offset='utc'><timer name='kvmclock' present='no'/></clock>"
        #expect(try findings(off).first?.command == "strata set web --timer kvmclock=yes")
        #expect(try findings("<clock offset='utc'/>").isEmpty)
    }

    @Test func emulatedThereIsNeither() throws {
        let off = "<clock offset='utc'><timer name='kvmclock' present='no'/></clock>"
        #expect(try findings(off, ["type='kvm'": "type='qemu'"]).isEmpty)
    }
}
