import Testing

@testable import StrataLayers

@Suite("The rule no-host-kvm") struct NoHostAccelerationTests {
    @Test func aHostWithoutKVMIsToldOnceWithTheReason() throws {
        var host = AdvisedExample.host
        let guests = [try AdvisedExample.guest(), try AdvisedExample.guest()]
        let rule = AdviceRule.noHostAcceleration
        #expect(rule.findings(in: AdviceEvidence(host: host, guests: guests)).isEmpty)
        host.accelerator = Accelerator(.emulation, reason: "the processor shows neither vmx nor svm")
        let findings = rule.findings(in: AdviceEvidence(host: host, guests: guests))
        #expect(findings.count == 1)
        #expect(findings.first?.evidence == ["the processor shows neither vmx nor svm"])
        #expect(findings.first?.remedy?.contains("firmware") == true)
        host.layer.nesting = Nesting(isGuest: true, hypervisor: "VMware", evidence: "the machine says so")
        let nested = rule.findings(in: AdviceEvidence(host: host, guests: guests))
        #expect(nested.first?.remedy == "ask for nested virtualization from VMware")
        #expect(rule.findings(in: AdviceEvidence(host: host, guests: [])).isEmpty)
    }
}
