import Testing

@testable import StrataLayers

@Suite("The rule wrong-clock") struct WrongClockTests {
    @Test func windowsWantsLocalTime() throws {
        let windows = ["http://debian.org/debian/12": "http://microsoft.com/win/11"]
        let finding = try #require(AdvisedExample.findings(.wrongClock, try AdvisedExample.guest(windows)).first)
        #expect(finding.command == "strata set web --clock localtime")
        #expect(finding.evidence.last == "<clock offset='utc'>, and here local time is 0.0 hours ahead of UTC")
        var host = AdvisedExample.host
        host.localTime = .seconds(-12600)
        let west = AdvisedExample.findings(.wrongClock, try AdvisedExample.guest(windows), host).first
        #expect(west?.evidence.last?.hasSuffix("3.5 hours behind UTC") == true)
        #expect(AdvisedExample.findings(.wrongClock, try AdvisedExample.guest()).isEmpty)
        let local = windows.merging(["offset='utc'": "offset='localtime'"]) { first, _ in first }
        #expect(AdvisedExample.findings(.wrongClock, try AdvisedExample.guest(local)).isEmpty)
    }
}
