import Quantities
import Testing

@testable import StrataLayers

@Suite("The rule no-huge-pages") struct NoHugePagesTests {
    @Test func hugePagesAreForLargeGuestsInSmallPages() throws {
        var guest = try AdvisedExample.guest()
        var process = ProcessMemory()
        process.guest = .gibibytes(4)
        process.inHugePages = .gibibytes(1)
        guest.usage?.memory.process = process
        let without = try #require(AdvisedExample.findings(.noHugePages, guest).first)
        #expect(without.command == nil)
        #expect(without.remedy == "reserve them first: sysctl vm.nr_hugepages=2048, best at boot")
        var host = AdvisedExample.host
        host.layer.hugePages = [HugePages(size: .mebibytes(2), total: 4096, free: 2048)]
        #expect(AdvisedExample.findings(.noHugePages, guest, host).first?.command == "strata set web --huge-pages on")
        process.inHugePages = .gibibytes(3)
        guest.usage?.memory.process = process
        #expect(AdvisedExample.findings(.noHugePages, guest, host).isEmpty)
    }
}
