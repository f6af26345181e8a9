import Testing

@testable import StrataLayers

@Suite("The rule old-processor-model") struct OldProcessorModelTests {
    @Test func anOldProcessorModelIsToldUnderKVMOnly() throws {
        let none = ["<cpu mode='host-model'/>": ""]
        let finding = try #require(AdvisedExample.findings(.oldProcessorModel, try AdvisedExample.guest(none)).first)
        #expect(finding.command == "strata set web --cpu host-model")
        #expect(AdvisedExample.findings(.oldProcessorModel, try AdvisedExample.guest()).isEmpty)
        let emulated = try AdvisedExample.guest(none.merging(["type='kvm'": "type='qemu'"]) { first, _ in first })
        #expect(AdvisedExample.findings(.oldProcessorModel, emulated).isEmpty)
        let named = ["<cpu mode='host-model'/>": "<cpu mode='custom'><model>EPYC</model></cpu>"]
        #expect(AdvisedExample.findings(.oldProcessorModel, try AdvisedExample.guest(named)).isEmpty)
    }
}
