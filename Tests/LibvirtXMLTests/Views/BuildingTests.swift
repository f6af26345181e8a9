import Quantities
import Testing

@testable import LibvirtXML

/// What is made with views alone is what libvirt's schemas allow.
@Suite("Building with views") struct BuildingTests {
    private func base() throws -> DomainDocument {
        var domain = try DomainDocument(xml: "<domain type='kvm'>\n</domain>\n")
        domain.name = "built"
        domain.memory = .gibibytes(2)
        domain.os.type = "hvm"
        return domain
    }

    @Test func aMachineOfAllParts() throws {
        var domain = try base()
        domain.title = "built by hand"
        domain.vcpus = 4
        domain.maximumMemory = .gibibytes(8)
        domain.memorySlots = 4
        domain.os.firmware = .efi
        domain.os.bootDevices = [.disk, .network]
        domain.os.bootMenuTimeout = .seconds(3)
        domain.os.showsBootMenu = true
        domain.cpu.mode = .hostPassthrough
        domain.cpu.isMigratable = true
        (domain.cpu.sockets, domain.cpu.dies, domain.cpu.cores, domain.cpu.threads) = (1, 1, 2, 2)
        domain.cpu.cells.append { cell in
            (cell.number, cell.processors, cell.memory) = (0, [0, 1, 2, 3], .gibibytes(2))
        }
        domain.features.hasACPI = true
        domain.features.endsInterruptsEarly = true
        domain.features.hyperv.spinlocks = true
        domain.features.hyperv.spinlockRetries = 8191
        domain.features.smmMemory = .mebibytes(48)
        domain.features.hasSMM = true
        domain.clock.offset = .utc
        domain.clock.timers.append { ($0.name, $0.tickPolicy) = (.rtc, .catchUp) }
        domain.cpuTuning.vcpuPins.append { ($0.vcpu, $0.processors) = (0, [1, 2]) }
        domain.cpuTuning.period = .milliseconds(100)
        domain.memoryTuning.hardLimit = .gibibytes(3)
        domain.memoryBacking.source = .memfd
        domain.memoryBacking.access = .shared
        domain.numaTuning.mode = .preferred
        domain.numaTuning.nodes = [0]
        domain.blockTuning.weight = 500
        domain.ioThreads = 1
        domain.onPowerOff = .destroy
        domain.canSuspendToMemory = false
        domain.partition = "/machine"
        domain.securityLabels.append { ($0.type, $0.model) = (.dynamic, "dac") }
        domain.qemuArguments = ["-d", "guest_errors"]
        domain.qemuEnvironment.append { ($0.name, $0.value) = ("A", "b") }
        #expect(try Schema(.domain).validate(domain) == [])
    }

    @Test func aMachineWithADeviceOfEveryKind() throws {
        var domain = try base()
        domain.emulator = "/usr/bin/qemu-system-x86_64"
        addStorage(to: &domain)
        addNetwork(to: &domain)
        addPeople(to: &domain)
        addHost(to: &domain)
        addRest(to: &domain)
        #expect(try Schema(.domain).validate(domain) == [])
        #expect(Set(domain.devices.map(\.kind)).count >= 25)
        #expect(try DomainDocument(xml: domain.xml).xml == domain.xml)
    }

    private func addStorage(to domain: inout DomainDocument) {
        domain.disks.append(.disk(file: "/d.qcow2", format: "qcow2", target: "vda"))
        domain.disks[0].cache = .uncached
        domain.disks[0].discard = .unmap
        domain.disks[0].virtio.isPacked = true
        domain.disks[0].tuning.totalBytes = .mebibytes(10)
        domain.disks[0].address.type = .pci
        domain.disks[0].address.slot = 4
        domain.disks.append { disk in
            disk.type = .network
            disk.device = .disk
            disk.format = .raw
            disk.details.protocolName = .rbd
            disk.details.name = "pool/image"
            disk.details.hosts.append { ($0.name, $0.port) = ("mon1.example.org", 6789) }
            disk.details.credentials.username = "me"
            disk.details.credentials.secret.type = .ceph
            disk.details.credentials.secret.usage = "mine"
            (disk.target, disk.bus) = ("sda", .scsi)
        }
        domain.controllers.append { ($0.type, $0.index, $0.model) = (.scsi, 0, .virtioSCSI) }
        domain.filesystems.append { folder in
            (folder.type, folder.accessMode, folder.driverType) = (.mount, .passthrough, .virtioFS)
            (folder.folder, folder.target) = ("/srv", "srv")
        }
        domain.leases.append { lease in
            (lease.lockspace, lease.key, lease.path, lease.offset) = ("space", "key", "/lock", .bytes(1024))
        }
    }

    private func addNetwork(to domain: inout DomainDocument) {
        domain.interfaces.append { adapter in
            (adapter.type, adapter.mac, adapter.model) = (.network, "52:54:00:00:00:01", "virtio")
            adapter.source = "default"
            (adapter.driver.name, adapter.driver.queues) = (.vhost, 2)
            adapter.driver.host.checksum = false
            adapter.bandwidth.inbound.average = .kibibytes(1000)
            (adapter.mtu, adapter.isLinkUp, adapter.filter) = (9000, true, "clean-traffic")
            adapter.vlan.tags.append { $0.number = 42 }
        }
        domain.vsock.model = .virtio
        domain.vsock.picksNumber = true
    }

    private func addPeople(to domain: inout DomainDocument) {
        domain.graphics.append { screen in
            (screen.type, screen.port, screen.picksPort) = (.spice, -1, true)
            screen.listeners.append { ($0.type, $0.address) = (.address, "127.0.0.1") }
            screen.imageCompression = .off
            screen.channels.append { ($0.name, $0.mode) = (.main, .secure) }
        }
        domain.videos.append { ($0.model, $0.heads, $0.isPrimary) = (.virtio, 1, true) }
        domain.inputs.append { ($0.type, $0.bus) = (.tablet, .usb) }
        domain.sounds.append { sound in
            (sound.model, sound.codecs) = (.ich9, [.micro])
            sound.audio = 1
        }
        domain.audios.append { ($0.number, $0.type) = (1, .spice) }
        domain.channels.append { channel in
            (channel.type, channel.targetType) = (.unix, .virtio)
            channel.targetName = "org.qemu.guest_agent.0"
        }
        domain.serials.append { port in
            (port.type, port.targetType, port.targetPort, port.targetModel) = (.pty, .isaSerial, "0", .isaSerial)
            (port.log.file, port.log.isAppended) = ("/log", true)
        }
        domain.consoles.append { ($0.type, $0.targetType, $0.targetPort) = (.pty, .serial, "0") }
        domain.parallels.append { ($0.type, $0.source.path) = (.file, "/p") }
        domain.redirectedDevices.append { ($0.bus, $0.type) = ("usb", .spiceChannel) }
        domain.redirectionRules.append { ($0.vendor, $0.product, $0.isAllowed) = (0x1234, 0xbeef, true) }
        domain.smartCards.append { ($0.mode, $0.type) = (.passthrough, .spiceChannel) }
        domain.hubs.append { $0.type = "usb" }
    }

    private func addHost(to domain: inout DomainDocument) {
        domain.hostDevices.append { device in
            (device.mode, device.type, device.isManaged) = (.subsystem, .pci, true)
            (device.source.address.domain, device.source.address.bus) = (0, 6)
            (device.source.address.slot, device.source.address.function) = (2, 0)
            device.rom.isVisible = false
        }
        domain.hostDevices.append { device in
            (device.mode, device.type) = (.subsystem, .usb)
            (device.source.vendor, device.source.product) = (0x1234, 0xbeef)
        }
        domain.tpms.append { ($0.model, $0.backend, $0.version) = (.crb, .emulator, .v2) }
        domain.randomGenerators.append { source in
            (source.model, source.rateBytes, source.ratePeriod) = (.virtio, .bytes(1024), .seconds(1))
            (source.backend, source.device) = (.random, "/dev/urandom")
        }
    }

    private func addRest(to domain: inout DomainDocument) {
        domain.watchdogs.append { ($0.model, $0.action) = (.i6300esb, .reset) }
        domain.memoryBalloon.model = .virtio
        domain.memoryBalloon.statisticsPeriod = .seconds(10)
        domain.memoryModules.append { module in
            (module.model, module.size, module.numaNode) = (.dimm, .gibibytes(1), 0)
        }
        domain.panics.append { $0.model = .isa }
        domain.sharedMemories.append { memory in
            (memory.name, memory.model, memory.size) = ("mine", .plain, .mebibytes(4))
        }
        domain.iommu.model = .intel
        domain.iommu.remapsInterrupts = true
    }
}
