import Quantities
import StrataLayers
import Testing

@Suite("Host OS of recorded hosts") struct HostOSReaderTests {
    @Test func aServerTellsWhatItRuns() throws {
        let host = try withRecordedHost("intel-kvm") { $0.reading.host }
        #expect(host.name == "rack2")
        #expect(host.operatingSystem == "Debian GNU/Linux 12 (bookworm)")
        #expect(host.kernel == "6.1.0-28-amd64")
        #expect(host.architecture == "x86_64")
        #expect(host.uptime == .seconds(273_612.54))
        #expect(host.load == LoadAverage(1.25, 0.90, 0.50))
    }

    @Test func memoryInUseIsWhatIsNotToBeHad() throws {
        let memory = try withRecordedHost("intel-kvm") { $0.reading.host.memory }
        #expect(memory?.available == .kibibytes(98_304_000))
        #expect(memory?.used == .kibibytes(131_923_456 - 98_304_000))
        #expect(memory?.swapTotal == .kibibytes(8_388_604))
        #expect(memory?.swapUsed == .kibibytes(8_388_604 - 7_864_316))
    }

    @Test func pagesAreReportedBySize() throws {
        let host = try withRecordedHost("intel-kvm") { $0.reading.host }
        #expect(
            host.hugePages == [
                HugePages(size: .mebibytes(2), total: 1024, free: 512),
                HugePages(size: .gibibytes(1), total: 0, free: 0),
            ])
        #expect(host.pageMerging == PageMerging(isRunning: true, sharedPages: 100, savedPages: 4200))
    }

    @Test func bridgesHaveTheirPorts() throws {
        let host = try withRecordedHost("intel-kvm") { $0.reading.host }
        #expect(host.bridges == [Bridge(name: "br0", ports: ["eno1", "vnet0"])])
    }

    @Test func servicesOfAServerAreFound() throws {
        let services = try withRecordedHost("intel-kvm") { $0.reading.host.services }
        #expect(services.securityModules == ["lockdown", "capability", "landlock", "yama", "apparmor"])
        #expect(services.confiningModules == ["apparmor"])
        #expect(services.directorySources == ["files", "sss", "systemd"])
        #expect(services.backupPrograms == ["restic"])
    }

    @Test func withoutSecurityfsTheModulesTellThemselves() throws {
        let host = try withRecordedHost("arm-board") { $0.reading.host }
        #expect(host.services.securityModules == ["apparmor"])
        #expect(host.services.directorySources == nil)
        #expect(host.unavailable["services.directorySources"] == "/etc/nsswitch.conf has no passwd line")
    }

    @Test func aReleaseWithoutAPrettyNameGivesItsPlainOne() throws {
        #expect(try withRecordedHost("arm-board") { $0.reading.host.operatingSystem } == "Example Linux")
    }

    @Test func kernelsThatDoNotTellTheirArchitectureAreReported() throws {
        let host = try withRecordedHost("arm-board") { $0.reading.host }
        #expect(host.architecture == nil)
        #expect(host.unavailable["architecture"] == "there is no /proc/sys/kernel/arch (kernels before 6.1)")
    }

    @Test func kvmIsTriedByOpeningIt() throws {
        #expect(try withRecordedHost("intel-kvm") { $0.reading.host.kvm } == KVMDevice(access: .openable))
        let refused = try withRecordedHost("arm-board") { $0.reading.host.kvm }
        #expect(refused == KVMDevice(access: .refused, reason: "is a directory"))
        let absent = try withRecordedHost("intel-kvm", changing: { $0.remove("/dev/kvm") }) { $0.reading.host.kvm }
        #expect(absent.access == .absent)
    }
}
