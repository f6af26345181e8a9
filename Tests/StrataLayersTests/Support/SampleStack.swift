import Quantities
import StrataLayers

/// A fixed stack that the drawing and the JSON are checked with.
enum SampleStack {
    static var hardware: HardwareLayer {
        var hardware = HardwareLayer()
        hardware.product = "Example Systems Rack 2"
        hardware.processor.vendor = "GenuineIntel"
        hardware.processor.model = "Intel(R) Xeon(R) Silver 4310"
        hardware.processor.sockets = 2
        hardware.processor.cores = 24
        hardware.processor.threads = 48
        hardware.processor.virtualization = .vmx
        hardware.processor.instructionSets = ["aes", "avx2"]
        hardware.numaNodes = [
            NUMANode(id: 0, processors: "0-11,24-35", memory: .gibibytes(64)),
            NUMANode(id: 1, processors: "12-23,36-47", memory: .gibibytes(64)),
        ]
        hardware.memory = .gibibytes(128)
        hardware.blockDevices = [
            BlockDevice(name: "nvme0n1", size: .gibibytes(894), model: "Example NVMe 960", isRotational: false),
            BlockDevice(name: "sda", size: .gibibytes(3726), model: "EXAMPLE HDD 4T", isRotational: true),
        ]
        hardware.networkAdapters = [
            NetworkAdapter(name: "eno1", driver: "ice", megabitsPerSecond: 25_000, address: "02:00:00:00:00:01"),
            NetworkAdapter(name: "eno2", driver: "ice", address: "02:00:00:00:00:02"),
        ]
        hardware.unavailable["networkAdapters.eno2.megabitsPerSecond"] = "no link, or its driver does not tell"
        return hardware
    }

    static var host: HostLayer {
        var host = HostLayer()
        host.name = "rack2"
        host.operatingSystem = "Debian GNU/Linux 12 (bookworm)"
        host.kernel = "6.1.0-28-amd64"
        host.architecture = "x86_64"
        host.uptimeSeconds = 273_600
        host.memory = HostMemory(
            total: .gibibytes(128), available: .gibibytes(96), swapTotal: .gibibytes(8), swapUsed: .mebibytes(512))
        host.load = LoadAverage(1.25, 0.9, 0.5)
        host.nesting = Nesting(isGuest: false, evidence: "the processor shows no hypervisor flag")
        host.pageSize = .kibibytes(4)
        host.hugePages = [HugePages(size: .mebibytes(2), total: 1024, free: 512)]
        host.pageMerging = PageMerging(isRunning: true, sharedPages: 100, savedPages: 4200)
        host.kvm = KVMDevice(access: .openable)
        host.bridges = [Bridge(name: "br0", ports: ["eno1", "vnet0"]), Bridge(name: "virbr0")]
        host.services = HostServices(
            securityModules: ["capability", "apparmor"], directorySources: ["files", "sss"], backupPrograms: ["restic"])
        return host
    }

    static var vmm: VMMLayer {
        VMMLayer(
            connection: "qemu:///system", libvirtVersion: "9.0.0", hypervisor: "QEMU", hypervisorVersion: "7.2.22",
            accelerator: Accelerator(.kvm))
    }

    static var web: GuestLayer {
        GuestLayer(
            name: "web", uuid: "6f2d1c2e-0d5a-4c1e-9b60-000000000001", state: "running", isActive: true,
            operatingSystem: "Debian 12", vcpus: 2, memory: .gibibytes(2), style: .kvm, boot: .uefi, machine: "q35",
            devices: [
                VirtualDevice(kind: .disk, model: "virtio", backedBy: "/var/lib/libvirt/images/web.qcow2"),
                VirtualDevice(kind: .interface, model: "virtio", backedBy: "br0"),
                VirtualDevice(kind: .video, model: "virtio"),
                VirtualDevice(kind: .tpm, model: "tpm-crb"),
                VirtualDevice(kind: .hostdev, model: nil, backedBy: "0000:3b:00.0"),
            ])
    }

    static var old: GuestLayer {
        GuestLayer(
            name: "old-ledger", uuid: "6f2d1c2e-0d5a-4c1e-9b60-000000000002", state: "shut off", isActive: false,
            vcpus: 1, memory: .mebibytes(512), style: .emulation, boot: .bios, machine: "pc",
            devices: [
                VirtualDevice(kind: .disk, model: "ide", backedBy: "/srv/old/ledger.img"),
                VirtualDevice(kind: .interface, model: "rtl8139", backedBy: "default"),
            ])
    }

    static var box: GuestLayer {
        GuestLayer(
            name: "box", uuid: "6f2d1c2e-0d5a-4c1e-9b60-000000000003", state: "paused", isActive: true,
            vcpus: 1, memory: .mebibytes(64), style: .container, boot: .program,
            devices: [VirtualDevice(kind: .filesystem, model: nil, in: .container, backedBy: "/srv/box")])
    }

    static func stack(guests: [GuestLayer] = [web, old, box]) -> LayerStack {
        LayerStack(hardware: hardware, host: host, vmm: vmm, guests: guests)
    }
}
