internal import LibvirtXML
internal import Quantities
internal import StrataLayers

/// Everything that the definition of a new guest is made from, once the host has been asked.
struct GuestBlueprint {
    /// A disk or a medium, with its format said.
    struct Drive {
        var path: String
        var format: String
        var device = DiskDevice.disk
        /// All that the user said of it, where it is one that was there before.
        var description: String?
    }

    var spec: GuestSpec
    var system: OSProfile?
    var type: DomainType
    /// Whether the guest sees the host's own processor, under KVM.
    var hasHostsProcessor = true
    var drives: [Drive] = []
    var adapters: [AdapterDescription] = []
    /// The file that keeps what the console shows.
    var consoleLog: String?

    /// The definition.
    func document() throws -> DomainDocument {
        var document = try DomainDocument(xml: "<domain/>\n")
        describe(&document)
        describeBoot(&document)
        describeProcessor(&document)
        for drive in drives { try document.addDrive(drive, hardware) }
        for case .existing(let text) in spec.moreDisks { try document.addDisk(text, "disk-add", hardware) }
        // What the guest frees is freed on the host, too, unless it is a device of the host.
        for (index, disk) in document.disks.enumerated() where disk.device == .disk && disk.type == .file {
            document.disks[index].discard = .unmap
        }
        for adapter in adapters { document.interfaces.append(adapter.element(model: hardware.networkModel)) }
        describeConsole(&document)
        describeScreen(&document)
        describeSmallDevices(&document)
        return try DomainDocument(document.document.formatted())
    }

    /// The devices; what the user wants changes what the system would get.
    var hardware: VirtualHardware {
        var hardware = VirtualHardware(for: system, style: spec.style)
        guard let firmware = spec.firmware else { return hardware }
        hardware.firmware = firmware == .bios ? .bios : .uefi
        if firmware != .bios, hardware.machine == "pc" {
            hardware.machine = "q35"
            hardware.opticalBus = .sata
            if hardware.diskBus == .ide { hardware.diskBus = .sata }
        }
        return hardware
    }

    /// Who logs in to an image: who was named, or the user that images of the system bring along.
    private var login: String? { spec.firstBoot.user ?? system?.cloudImageUser }

    private var isSecure: Bool { spec.firmware == .secureUEFI }

    private func describe(_ document: inout DomainDocument) {
        document.type = type
        document.name = spec.name
        document.memory = spec.memory ?? system.map(\.usualMemory) ?? .gibibytes(1)
        document.vcpus = spec.cpus ?? system.map(\.usualProcessors) ?? 1
        if case .image = spec.source, let user = login { document.note(login: user) }
        guard let system else { return }
        // Other programs read from here what the guest runs.
        let metadata =
            document.node.first("metadata")?.id
            ?? document.document.insert(NewElement("metadata"), into: document.id)
        let namespace = "http://libosinfo.org/xmlns/libvirt/domain/1.0"
        document.document.insert(
            NewElement("libosinfo:libosinfo", ["xmlns:libosinfo": namespace]) {
                NewElement("libosinfo:os", ["id": system.id])
            }, into: metadata)
    }

    private func describeBoot(_ document: inout DomainDocument) {
        document.os.type = "hvm"
        document.os.architecture = "x86_64"
        document.os.machine = hardware.machine
        if hardware.firmware == .uefi {
            document.os.firmware = .efi
            for name in isSecure ? ["enrolled-keys", "secure-boot"] : ["secure-boot"] {
                document.os.firmwareFeatures.append {
                    $0.isEnabled = isSecure
                    $0.name = .init(rawValue: name)
                }
            }
        }
        switch spec.source {
        case .kernel(let kernel, let initrd, let commandLine):
            document.os.kernel = kernel
            document.os.initrd = initrd
            document.os.commandLine = commandLine ?? "console=ttyS0"
        case .iso: document.os.bootDevices = drives.contains { $0.device == .disk } ? [.disk, .cdrom] : [.cdrom]
        // An empty disk does not boot, so the network is next; an installed system does, and the network is left alone.
        case .network: document.os.bootDevices = drives.isEmpty ? [.network] : [.disk, .network]
        case .image, .disk, .definition: document.os.bootDevices = [.disk]
        }
        document.features.hasACPI = true
        document.features.hasAPIC = true
        if isSecure { document.features.hasSMM = true }
        document.clock.offset = hardware.clockIsLocal ? .localTime : .utc
    }

    private func describeProcessor(_ document: inout DomainDocument) {
        switch type {
        case .kvm:
            if hasHostsProcessor { document.cpu.mode = .hostPassthrough }
            // A tick that is late under KVM is made up for, as guests expect.
            for (name, policy) in [("rtc", "catchup"), ("pit", "delay")] {
                document.clock.timers.append {
                    $0.name = .init(rawValue: name)
                    $0.tickPolicy = .init(rawValue: policy)
                }
            }
            document.clock.timers.append {
                $0.name = .hpet
                $0.isEnabled = false
            }
        case .qemu:
            document.cpu.mode = .maximum
            // Page tables of five levels only make emulation slower.
            document.cpu.features.append {
                $0.policy = .disable
                $0.name = "la57"
            }
        default: break
        }
    }

    private func describeConsole(_ document: inout DomainDocument) {
        document.serials.append {
            $0.type = .pty
            if let consoleLog {
                $0.log.file = consoleLog
                $0.log.isAppended = false
            }
            $0.targetPort = "0"
        }
        document.consoles.append {
            $0.type = .pty
            $0.targetType = .serial
            $0.targetPort = "0"
        }
    }

    private func describeScreen(_ document: inout DomainDocument) {
        let display = spec.display ?? spec.source.usualDisplay
        guard display != .none else { return }
        if hardware.pointer == .usb {
            document.inputs.append {
                $0.type = .tablet
                $0.bus = .usb
            }
        }
        document.graphics.append {
            $0.type = display == .vnc ? .vnc : .spice
            $0.picksPort = true
            $0.listen = "127.0.0.1"
        }
        document.videos.append { $0.model = display == .spice && hardware.video == .vga ? .qxl : hardware.video }
    }

    private func describeSmallDevices(_ document: inout DomainDocument) {
        if hardware.hasAgentChannel {
            document.channels.append {
                $0.type = .unix
                $0.targetType = .virtio
                $0.targetName = "org.qemu.guest_agent.0"
            }
        }
        if spec.hasTPM ?? hardware.hasTPM {
            document.tpms.append {
                $0.model = hardware.machine == "q35" ? .crb : .tis
                $0.backend = .emulator
                $0.version = .v2
            }
        }
        if hardware.hasRandomGenerator {
            document.randomGenerators.append {
                $0.model = .virtio
                $0.backend = .random
                $0.device = "/dev/urandom"
            }
        }
        document.memoryBalloon.model = hardware.hasBalloon ? .virtio : .absent
        if hardware.hasBalloon { document.memoryBalloon.statisticsPeriod = .seconds(5) }
    }
}

extension OSProfile {
    /// What is recommended, and never less than what is needed.
    var usualMemory: ByteCount {
        let known = [minimum.memory, recommended.memory].compactMap(\.self)
        return known.max() ?? .gibibytes(1)
    }

    fileprivate var usualProcessors: Int { max(minimum.cpus ?? 1, recommended.cpus ?? 1) }
}

extension GuestSpec.Source {
    /// What installs itself by questions on a screen has one; what is installed already has its console.
    fileprivate var usualDisplay: GuestSpec.Display {
        switch self {
        case .iso, .network, .disk: .vnc
        case .image, .kernel, .definition: .none
        }
    }
}

extension DomainDocument {
    fileprivate mutating func addDrive(_ drive: GuestBlueprint.Drive, _ hardware: VirtualHardware) throws {
        if let description = drive.description { return try addDisk(description, "disk", hardware) }
        let bus = drive.device == .disk ? hardware.diskBus : hardware.opticalBus
        self.disks.append(
            NewElement.disk(
                file: drive.path, format: drive.format, target: freeTarget(on: bus.rawValue) ?? "sdz", bus: bus,
                device: drive.device, isReadOnly: drive.device == .cdrom))
    }

    fileprivate mutating func addDisk(_ text: String, _ option: String, _ hardware: VirtualHardware) throws {
        try addDisk(
            text, option: option, usualBus: hardware.diskBus.rawValue, opticalBus: hardware.opticalBus.rawValue)
    }
}
