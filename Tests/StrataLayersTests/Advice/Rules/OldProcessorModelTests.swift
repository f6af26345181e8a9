import Testing

@testable import StrataLayers

@Suite("The rule old-processor-model") struct OldProcessorModelTests {
    @Test func anOldProcessorModelIsToldUnderKVMOnly() throws {
        let none = ["<cpu mode='host-model'/>": ""]
        let finding = try #require(AdvisedExample.findings(.oldProcessorModel, try AdvisedExample.guest(none)).first)
        #expect(finding.command == "strata set web --cpu host-model")
        var host = AdvisedExample.host
        host.hardware.processor.model = "AMD EPYC 7702"
        host.hardware.processor.instructionSets = ["aes", "avx2"]
        let measured = AdvisedExample.findings(.oldProcessorModel, try AdvisedExample.guest(none), host).first
        #expect(measured?.evidence.last == "the host's AMD EPYC 7702 has 2 instruction sets that it hides: aes, avx2")
        #expect(AdvisedExample.findings(.oldProcessorModel, try AdvisedExample.guest()).isEmpty)
        let emulated = try AdvisedExample.guest(none.merging(["type='kvm'": "type='qemu'"]) { first, _ in first })
        #expect(AdvisedExample.findings(.oldProcessorModel, emulated).isEmpty)
        let named = ["<cpu mode='host-model'/>": "<cpu mode='custom'><model>EPYC</model></cpu>"]
        #expect(AdvisedExample.findings(.oldProcessorModel, try AdvisedExample.guest(named)).isEmpty)
    }
}
