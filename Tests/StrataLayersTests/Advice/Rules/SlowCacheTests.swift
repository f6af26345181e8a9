import Testing

@testable import StrataLayers

@Suite("The rule slow-cache") struct SlowCacheTests {
    private func guest(_ mode: String) throws -> AdvisedGuest {
        try AdvisedExample.guest(["type='qcow2'/>": "type='qcow2' cache='\(mode)'/>"])
    }

    @Test(arguments: ["writethrough", "directsync"])
    func aDiskThatWaitsAtEachWriteIsTold(mode: String) throws {
        var writing = try guest(mode)
        writing.usage?.disks[0].bytesWritten = 0x1p20
        let finding = try #require(AdvisedExample.findings(.slowCache, writing).first)
        #expect(finding.command == "strata set web --disk-cache vda=none")
        #expect(finding.evidence.last == "1 MiB written a second")
        #expect(!finding.isSafe)
    }

    @Test func aGuestThatWasNotMeasuredIsJudgedByItsDefinition() throws {
        var off = try guest("writethrough")
        off.usage = nil
        #expect(AdvisedExample.findings(.slowCache, off).count == 1)
    }

    @Test func aDiskThatWritesNothingOrDoesNotWaitIsFine() throws {
        #expect(AdvisedExample.findings(.slowCache, try guest("writethrough")).isEmpty)
        for mode in ["none", "writeback"] {
            var writing = try guest(mode)
            writing.usage?.disks[0].bytesWritten = 0x1p20
            #expect(AdvisedExample.findings(.slowCache, writing).isEmpty)
        }
    }
}
