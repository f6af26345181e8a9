import Testing

@testable import StrataLayers

@Suite("The rule no-iothread") struct NoIOThreadTests {
    @Test func aBusyDiskGetsAThreadOfItsOwn() throws {
        var guest = try AdvisedExample.guest()
        guest.usage?.disks[0].requests = 2000
        let finding = try #require(AdvisedExample.findings(.noIOThread, guest).first)
        #expect(finding.command == "strata set web --iothreads 1 --disk-iothread vda=1")
        #expect(finding.isSafe)
    }

    @Test func aQuietDiskOrOneThatHasAThreadIsFine() throws {
        #expect(AdvisedExample.findings(.noIOThread, try AdvisedExample.guest()).isEmpty)
        var served = try AdvisedExample.guest(["type='qcow2'/>": "type='qcow2' iothread='1'/>"])
        served.usage?.disks[0].requests = 2000
        #expect(AdvisedExample.findings(.noIOThread, served).isEmpty)
    }

    @Test func threadsThatAreThereAreNotMadeAgain() throws {
        var guest = try AdvisedExample.guest(["<vcpu>2</vcpu>": "<vcpu>2</vcpu><iothreads>2</iothreads>"])
        guest.usage?.disks[0].requests = 2000
        #expect(
            AdvisedExample.findings(.noIOThread, guest).first?.command == "strata set web --disk-iothread vda=1")
    }
}
