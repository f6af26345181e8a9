import Quantities
import StrataLayers
import Testing

@Suite("Hardware of recorded hosts") struct HardwareReaderTests {
    @Test func aServerShowsItsProcessors() throws {
        let hardware = try withRecordedHost("intel-kvm") { $0.reading.hardware }
        #expect(hardware.product == "Example Systems Rack 2")
        #expect(hardware.processor.vendor == "GenuineIntel")
        #expect(hardware.processor.model == "Intel(R) Xeon(R) Silver 4310 CPU @ 2.10GHz")
        #expect(hardware.processor.sockets == 2)
        #expect(hardware.processor.cores == 4)
        #expect(hardware.processor.threads == 8)
        #expect(hardware.processor.virtualization == .vmx)
    }

    @Test func memoryAndNodesAreRead() throws {
        let hardware = try withRecordedHost("intel-kvm") { $0.reading.hardware }
        #expect(hardware.memory == .kibibytes(131_923_456))
        #expect(
            hardware.numaNodes == [
                NUMANode(id: 0, processors: "0-3", memory: .kibibytes(65_961_728)),
                NUMANode(id: 1, processors: "4-7", memory: .kibibytes(65_961_728)),
            ])
    }

    @Test func onlyDisksOfTheMachineCountAndEachOnce() throws {
        let hardware = try withRecordedHost("intel-kvm") { $0.reading.hardware }
        #expect(
            hardware.blockDevices == [
                BlockDevice(
                    name: "nvme0n1", size: .bytes(1_875_385_008 * 512), model: "Example NVMe 960", isRotational: false),
                BlockDevice(
                    name: "sda", size: .bytes(7_814_037_168 * 512), model: "EXAMPLE HDD 4T", isRotational: true),
                BlockDevice(name: "sr0", size: nil, model: "EXAMPLE DVD", isRotational: true),
            ])
        #expect(hardware.unavailable["blockDevices.sr0.size"] == "no medium")
    }

    @Test func onlyAdaptersOfTheMachineCount() throws {
        let hardware = try withRecordedHost("intel-kvm") { $0.reading.hardware }
        #expect(
            hardware.networkAdapters == [
                NetworkAdapter(name: "eno1", driver: "ice", megabitsPerSecond: 25_000, address: "02:00:00:00:00:01"),
                NetworkAdapter(name: "eno2", driver: "ice", megabitsPerSecond: nil, address: "02:00:00:00:00:02"),
            ])
        #expect(
            hardware.unavailable["networkAdapters.eno2.megabitsPerSecond"] == "no link, or its driver does not tell")
    }

    @Test func anARMProcessorIsNamedFromItsNumbers() throws {
        let hardware = try withRecordedHost("arm-board") { $0.reading.hardware }
        #expect(hardware.product == "Example Board Rev 1.1")
        #expect(hardware.processor.vendor == "ARM")
        #expect(hardware.processor.model == "Neoverse-N1")
        #expect(hardware.processor.cores == 4)
        #expect(hardware.processor.threads == 4)
    }

    @Test func anARMProcessorIsNotSaidToLackVirtualization() throws {
        let hardware = try withRecordedHost("arm-board") { $0.reading.hardware }
        #expect(hardware.processor.virtualization == nil)
        #expect(
            hardware.unavailable["processor.virtualization"]
                == "this architecture shows no flag for it; /dev/kvm tells")
    }

    @Test func aProcessorThatWouldShowTheFlagAndDoesNotHasNone() throws {
        let hardware = try withRecordedHost("nested-vm") { $0.reading.hardware }
        #expect(hardware.processor.virtualization == Processor.Virtualization.none)
        #expect(hardware.networkAdapters.first?.driver == "virtio_net")
        #expect(hardware.unavailable["product"] != nil)
    }

    @Test func offlineProcessorsAreNotCounted() throws {
        let processor = try withRecordedHost("intel-kvm") { host in
            try host.write("0-3\n", to: "/sys/devices/system/cpu/online")
            return host.reading.hardware.processor
        }
        #expect(processor.sockets == 1)
        #expect(processor.cores == 2)
        #expect(processor.threads == 4)
    }

    @Test(arguments: ["0-", "-1", "a", "3-1", "0-99999999999", "0-4000000", ""])
    func aProcessorListThatIsNoneIsReportedAsMissing(_ list: String) throws {
        let hardware = try withRecordedHost("nested-vm") { host in
            try host.write(list, to: "/sys/devices/system/cpu/online")
            return host.reading.hardware
        }
        #expect(hardware.processor.threads == nil)
        #expect(hardware.unavailable["processor.threads"] != nil)
    }
}
