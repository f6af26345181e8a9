import Testing

@testable import StrataLayers

@Suite("The rule unsafe-cache") struct UnsafeCacheTests {
    @Test func flushesThatAreThrownAwayAreTold() throws {
        let unsafe = try AdvisedExample.guest(["type='qcow2'/>": "type='qcow2' cache='unsafe'/>"])
        let finding = try #require(AdvisedExample.findings(.unsafeCache, unsafe).first)
        #expect(finding.command == "strata set web --disk-cache vda=none")
        #expect(finding.isSafe)
        let none = try AdvisedExample.guest(["type='qcow2'/>": "type='qcow2' cache='none'/>"])
        #expect(AdvisedExample.findings(.unsafeCache, none).isEmpty)
    }
}
