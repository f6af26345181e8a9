import Testing

@testable import StrataLayers

@Suite("The rule waiting-vcpus") struct WaitingProcessorsTests {
    @Test func processorsThatWaitAreTooMany() throws {
        var guest = try AdvisedExample.guest()
        guest.usage?.cpu?.waiting = 0.1
        #expect(AdvisedExample.findings(.waitingProcessors, guest).isEmpty)
        guest.usage?.cpu?.total = 0.4
        guest.usage?.cpu?.waiting = 0.25
        let finding = try #require(AdvisedExample.findings(.waitingProcessors, guest).first)
        #expect(finding.command == "strata set web --vcpus 1")
        #expect(finding.evidence.first == "2 vCPUs waited 12.5 % of the time for a processor")
        guest.usage?.cpu?.total = 1.8
        #expect(AdvisedExample.findings(.waitingProcessors, guest).first?.command == nil)
        #expect(AdvisedExample.findings(.waitingProcessors, guest).first?.remedy != nil)
    }
}
