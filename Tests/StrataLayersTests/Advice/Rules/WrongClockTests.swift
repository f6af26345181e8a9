import Testing

@testable import StrataLayers

@Suite("The rule wrong-clock") struct WrongClockTests {
    @Test func windowsWantsLocalTime() throws {
        let windows = ["http://debian.org/debian/12": "http://microsoft.com/win/11"]
        let finding = try #require(AdvisedExample.findings(.wrongClock, try AdvisedExample.guest(windows)).first)
        #expect(finding.command == "strata set web --clock localtime")
        #expect(AdvisedExample.findings(.wrongClock, try AdvisedExample.guest()).isEmpty)
        let local = windows.merging(["offset='utc'": "offset='localtime'"]) { first, _ in first }
        #expect(AdvisedExample.findings(.wrongClock, try AdvisedExample.guest(local)).isEmpty)
    }
}
