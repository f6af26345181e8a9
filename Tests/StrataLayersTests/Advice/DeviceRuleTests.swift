import Quantities
import Testing

@testable import StrataLayers

@Suite("Rules about devices") struct DeviceRuleTests {
    private let ide = ["dev='vda' bus='virtio'": "dev='hda' bus='ide'"]
    private let e1000 = ["<model type='virtio'/>": "<model type='e1000'/>"]

    @Test func anEmulatedDiskIsToldWhereTheSystemHasTheDriver() throws {
        let finding = try #require(
            AdvisedExample.findings(.emulatedDisk, try AdvisedExample.guest(ide, drivers: true)).first)
        #expect(finding.command == "strata set web --disk-bus hda=virtio")
        #expect(finding.evidence.first == "Debian 12 has a driver for virtio disks")
        #expect(finding.evidence.last?.contains("% of a processor") == true)
        #expect(!finding.isSafe)
    }

    @Test func anEmulatedDiskStaysWhereTheSystemHasNoDriverOrNothingTells() throws {
        #expect(AdvisedExample.findings(.emulatedDisk, try AdvisedExample.guest(ide, drivers: false)).isEmpty)
        var unknown = try AdvisedExample.guest(ide)
        unknown.usage = nil
        #expect(AdvisedExample.findings(.emulatedDisk, unknown).isEmpty)
    }

    @Test func aParavirtualDiskAndADriveForMediaAreFine() throws {
        #expect(AdvisedExample.findings(.emulatedDisk, try AdvisedExample.guest(drivers: true)).isEmpty)
    }

    @Test func anEmulatedAdapterIsNamedByItsHardwareAddress() throws {
        let finding = try #require(
            AdvisedExample.findings(.emulatedAdapter, try AdvisedExample.guest(e1000, drivers: true)).first)
        #expect(finding.command == "strata set web --network-model 52:54:00:00:00:01=virtio")
        #expect(AdvisedExample.findings(.emulatedAdapter, try AdvisedExample.guest(drivers: true)).isEmpty)
        #expect(AdvisedExample.findings(.emulatedAdapter, try AdvisedExample.guest(e1000, drivers: false)).isEmpty)
    }

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

    @Test func flushesThatAreThrownAwayAreTold() throws {
        let unsafe = try AdvisedExample.guest(["type='qcow2'/>": "type='qcow2' cache='unsafe'/>"])
        let finding = try #require(AdvisedExample.findings(.unsafeCache, unsafe).first)
        #expect(finding.command == "strata set web --disk-cache vda=none")
        #expect(finding.isSafe)
        let none = try AdvisedExample.guest(["type='qcow2'/>": "type='qcow2' cache='none'/>"])
        #expect(AdvisedExample.findings(.unsafeCache, none).isEmpty)
    }

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
        #expect(finding.command == nil)
        #expect(finding.remedy?.hasPrefix("virsh blockcommit 'web' vda") == true)
        let shallow = try AdvisedExample.guest([source: source + chain(2)])
        #expect(AdvisedExample.findings(.deepChain, shallow).isEmpty)
    }
}
