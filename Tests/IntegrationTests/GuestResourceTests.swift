import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    /// What a guest has, changed on real QEMU in emulation.
    @Suite("Resources") struct ResourceTests {
        @Test func devicesComeAndGo() async throws {
            try await RealGuests.withGuests("d1-devices") { host in
                let guest = try await host.define(try await emulated("d1-devices"))
                let drive =
                    "<disk type='file' device='cdrom'><target dev='hdc' bus='ide'/><readonly/>\(alias("ua-cd"))</disk>"
                try await guest.attachDevice(drive, .config)
                #expect(try await guest.xml(.inactive).contains("hdc"))
                let loaded = drive.replacingOccurrences(of: "<target", with: "<source file='\(image)'/><target")
                try await guest.updateDevice(loaded, .config)
                #expect(try await guest.xml(.inactive).components(separatedBy: "kvm-hello.img").count == 3)
                try await guest.detachDevice(loaded, .config)
                #expect(try await !guest.xml(.inactive).contains("hdc"))

                try await guest.start(.paused)
                try await guest.attachDevice(
                    "<rng model='virtio'><backend model='random'>/dev/urandom</backend>\(alias("ua-rng"))</rng>", .live)
                #expect(try await guest.xml().contains("ua-rng"))
                try await guest.detachDevice(alias: "ua-rng", .live)
                let error = await #expect(throws: LibvirtError.self) {
                    try await guest.detachDevice(alias: "ua-none", .live)
                }
                #expect(error?.call == "virDomainDetachDeviceAlias")
                let missing = await #expect(throws: LibvirtError.self) {
                    try await guest.detachDevice("<disk type='file'><target dev='vdz' bus='virtio'/></disk>", .live)
                }
                #expect(missing?.code == .deviceMissing)
            }
        }

        @Test func tuningIsKeptInTheDefinition() async throws {
            try await RealGuests.withGuests("d1-tuning") { host in
                let guest = try await host.define(try await emulated("d1-tuning"))
                #expect(try await guest.schedulerType == "posix")
                try await guest.setSchedulerParameters([.domainSchedulerCPUShares: .unsignedLong(512)], .config)
                #expect(try await guest.schedulerParameters(.config)[.domainSchedulerCPUShares] == .unsignedLong(512))
                try await guest.setVirtualCPUCount(2, [.maximum, .config])
                try await guest.setVirtualCPUCount(1, .config)
                try await guest.setVirtualCPUs([1], isOn: true, .config)
                #expect(try await guest.virtualCPUCount(.config) == 2)
                try await guest.pinVirtualCPU(0, to: [1], .config)
                #expect(try await guest.virtualCPUPins(.config).first == [1])
                try await guest.rename(to: "d1-tuning-2")
                let renamed = try await host.domain(named: "d1-tuning-2")
                try await renamed.rename(to: "d1-tuning")
            }
        }

        @Test func threadsThatServeDisksAreTunedWhileTheGuestRuns() async throws {
            try await RealGuests.withGuests("d1-threads") { host in
                let guest = try await host.createTransient(try await emulated("d1-threads"), .paused)
                try await guest.addIOThread(3, .live)
                try await guest.setIOThreadParameters(
                    3, [.domainIOThreadPollMaxNanoseconds: .unsignedLong(5000)], .live)
                let polling = try await host.statistics(of: [guest], .ioThread).first?.ioThreads.first?.longestPoll
                #expect(polling == .microseconds(5))
                try await guest.pinIOThread(3, to: [0], .live)
                #expect(try await guest.ioThreads(.live).map(\.affinity) == [[0]])
                try await guest.removeIOThread(3, .live)
                #expect(try await guest.ioThreads(.live).isEmpty)
            }
        }

        @Test func aRunningGuestTellsWhatItDoes() async throws {
            try await RealGuests.withGuests("d1-figures") { host in
                let guest = try await host.createTransient(try await emulated("d1-figures"), .paused)
                let cpus = try await guest.virtualCPUs()
                #expect(cpus.map(\.number) == [0])
                #expect(try await guest.controlInfo().state == .ok)
                #expect(try await guest.diskStatistics("hda").readTime != nil)
                #expect(try await guest.diskSize("hda").capacity == .mebibytes(1))
                #expect(try await guest.diskErrors().isEmpty)
                #expect(try await guest.memoryStatistics().resident ?? .zero > .zero)
                let boot = try await guest.readDisk("hda", at: .bytes(510), length: .bytes(2))
                #expect(boot == [0x55, 0xaa])
                // The reset vector at the top of the first MiB begins with a far jump.
                let firmware = try await guest.readMemory(at: 0xffff0, length: .bytes(1))
                #expect(firmware == [0xea])
                try await guest.pressKeys([28])
                try await guest.injectNMI()
                #expect(try await guest.osType == "hvm")
                #expect(try await guest.messages().allSatisfy { !$0.isEmpty })
            }
        }

        @Test func theHostsSecuritySystemsLabelTheGuest() async throws {
            try await RealGuests.withGuests("d1-labels") { host in
                let guest = try await host.createTransient(try await emulated("d1-labels"), .paused)
                let labels = try await guest.securityLabels()
                let first = try await guest.securityLabel()
                #expect(labels.contains { $0.label.hasPrefix("+") || $0.label.hasPrefix("libvirt-") })
                #expect(first == labels.first || first.label.isEmpty)
            }
        }

        @Test func theRateOfWrittenMemoryIsMeasured() async throws {
            try await RealGuests.withGuests("d1-dirty") { host in
                let guest = try await host.createTransient(try await emulated("d1-dirty"), .paused)
                try await guest.startMeasuringDirtyRate(over: .seconds(1))
                var status: DomainDirtyRateStatus?
                for _ in 0..<50 where status != .measured {
                    try await Task.sleep(for: .milliseconds(100))
                    status = try await host.statistics(of: [guest], .dirtyRate).first?.dirtyRate?.status
                }
                #expect(status == .measured)
                let error = await #expect(throws: LibvirtError.self) {
                    try await guest.startMeasuringDirtyRate(over: .seconds(3600))
                }
                #expect(error?.call == "virDomainStartDirtyRateCalc")
            }
        }

        @Test func anOrdinaryGuestHasNoLaunchSecurity() async throws {
            try await RealGuests.withGuests("d1-launch") { host in
                let guest = try await host.createTransient(try await emulated("d1-launch"), .paused)
                let info = try? await guest.launchSecurityInfo()
                #expect(info?.elements.isEmpty ?? true)
                let error = await #expect(throws: LibvirtError.self) {
                    try await guest.setLaunchSecurityState([
                        .domainLaunchSecuritySEVSecret: .string("AA=="),
                        .domainLaunchSecuritySEVSecretHeader: .string("AA=="),
                    ])
                }
                #expect(error?.code == .operationUnsupported)
            }
        }

        @Test func aDefinitionBecomesACommandLine() async throws {
            let host = try await Connection.open(RealGuests.uri)
            let line = try await host.nativeDefinition(from: try await emulated("d1-native"), .qemuArguments)
            #expect(line.contains("-name guest=d1-native"))
            let error = await #expect(throws: LibvirtError.self) {
                _ = try await host.domainXML(from: line, .qemuArguments)
            }
            #expect(error?.call == "virConnectDomainXMLFromNative")
            await host.close()
        }

        @Test func filesAreLentToADomain() async throws {
            try await RealGuests.withGuests("d1-files") { host in
                let guest = try await host.define(try await emulated("d1-files"))
                let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: image))
                try await guest.lendFiles([file.fileDescriptor], as: "group")
                let error = await #expect(throws: LibvirtError.self) { try await guest.lendFiles([-1], as: "group") }
                #expect(error?.call == "virDomainFDAssociate")
            }
        }

        @Test func onlyContainersTakeFilesAtTheirStart() async throws {
            try await RealGuests.withGuests("d1-start") { host in
                let guest = try await host.define(try await emulated("d1-start"))
                let error = await #expect(throws: LibvirtError.self) { try await guest.start(passing: []) }
                #expect(error?.code == .noSupport)
                #expect(error?.call == "virDomainCreateWithFiles")
                let transient = await #expect(throws: LibvirtError.self) {
                    _ = try await host.createTransient(try await emulated("d1-start"), passing: [])
                }
                #expect(transient?.code == .noSupport)
                #expect(try await !guest.isActive)
            }
        }

        private var image: String { RealGuests.domains.appending(path: "images/kvm-hello.img").path }

        private func alias(_ name: String) -> String { "<alias name='\(name)'/>" }

        private func emulated(_ name: String) async throws -> String {
            try await Tool.strata.run("render", RealGuests.example("kvm-hello")).output
                .replacingOccurrences(of: "<name>kvm-hello<", with: "<name>\(name)<")
                .replacingOccurrences(of: "type='kvm'", with: "type='qemu'")
        }
    }
}
