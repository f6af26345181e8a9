import Quantities
import Testing

@testable import StrataLayers

@Suite("The rule unused-memory") struct UnusedMemoryTests {
    @Test func memoryThatIsNotUsedCanBeGivenBack() throws {
        var guest = try AdvisedExample.guest()
        #expect(AdvisedExample.findings(.unusedMemory, guest).isEmpty)
        guest.usage?.memory.usedInside = .mebibytes(600)
        let finding = try #require(AdvisedExample.findings(.unusedMemory, guest).first)
        #expect(finding.command == "strata set web --current-memory 1280MiB")
        let changed = try AdvisedExample.guest([
            "<vcpu>": "<currentMemory unit='MiB'>1280</currentMemory><vcpu>"
        ])
        var after = changed
        after.usage = guest.usage
        #expect(AdvisedExample.findings(.unusedMemory, after).isEmpty, "its next boot has less already")
    }
}
