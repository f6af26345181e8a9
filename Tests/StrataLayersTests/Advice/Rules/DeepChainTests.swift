import Testing

@testable import StrataLayers

@Suite("The rule deep-chain") struct DeepChainTests {
    @Test func fourImagesAreADeepChainAndThreeAreNone() throws {
        func chain(_ count: Int) -> String {
            count == 0
                ? "<backingStore/>"
                : "<backingStore type='file'><format type='qcow2'/><source file='/\(count).qcow2'/>\(chain(count - 1))"
                    + "</backingStore>"
        }
        let source = "<source file='/a.qcow2'/>"
        let deep = try AdvisedExample.guest([source: source + chain(3)])
        let finding = try #require(AdvisedExample.findings(.deepChain, deep).first)
        #expect(finding.problem == "disk vda is a chain of 4 images")
        #expect(finding.evidence.first == "4 images, the last one /1.qcow2")
        #expect(finding.command == "strata set web --flatten-disk vda")
        #expect(!finding.isSafe)
        let shallow = try AdvisedExample.guest([source: source + chain(2)])
        #expect(AdvisedExample.findings(.deepChain, shallow).isEmpty)
    }
}
