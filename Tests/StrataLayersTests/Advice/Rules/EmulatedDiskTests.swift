import Testing

@testable import StrataLayers

@Suite("The rule emulated-disk") struct EmulatedDiskTests {
    private let ide = ["dev='vda' bus='virtio'": "dev='hda' bus='ide'"]

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
}
