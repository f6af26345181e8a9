import LibvirtXML
import Quantities

@testable import StrataLayers

/// A guest and a host for the tests of rules, in which no rule finds anything until a test changes something.
enum AdvisedExample {
    static let definition = """
        <domain type='kvm'><name>web</name>
        <metadata><libosinfo:libosinfo xmlns:libosinfo='http://libosinfo.org/xmlns/libvirt/domain/1.0'>
        <libosinfo:os id='http://debian.org/debian/12'/></libosinfo:libosinfo></metadata>
        <memory unit='GiB'>4</memory><vcpu>2</vcpu><os><type arch='x86_64' machine='q35'>hvm</type></os>
        <cpu mode='host-model'/><clock offset='utc'/><devices>
        <disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/a.qcow2'/>
        <target dev='vda' bus='virtio'/></disk>
        <disk type='file' device='cdrom'><target dev='sda' bus='sata'/></disk>
        <interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/>
        <model type='virtio'/></interface></devices></domain>
        """

    /// The guest, with pieces of its definition replaced by others.
    static func guest(_ changes: [String: String] = [:], drivers: Bool? = nil) throws -> AdvisedGuest {
        let xml = changes.reduce(definition) { $0.replacing($1.key, with: $1.value) }
        var guest = AdvisedGuest(name: "web", kept: try DomainDocument(xml: xml))
        guest.usage = usage
        guest.drivers = drivers.map { SystemDrivers(system: "Debian 12", disk: $0, network: $0) }
        return guest
    }

    /// A second in which the guest did a little of everything.
    static var usage: GuestUsage {
        var begin = GuestCounters(name: "web", uuid: "1", vcpus: [VCPUCounters(number: 0), VCPUCounters(number: 1)])
        begin.process = ProcessCounters(id: 7, began: 1, time: ThreadTime())
        begin.process?.threads = [
            ThreadCounters(id: 8, role: .vcpu, name: "CPU 0/KVM", time: ThreadTime(), running: 0, waiting: 0)
        ]
        begin.disks = ["vda", "hda"].map(DiskCounters.init)
        begin.interfaces = [InterfaceCounters(name: "vnet0")]
        var end = begin
        end.process?.time = ThreadTime(user: 0.5, system: 0.2, guest: 0.3)
        end.process?.threads[0].time = ThreadTime(user: 0.4, system: 0.1, guest: 0.3)
        end.process?.threads[0].running = 0.5
        end.memory.given = .gibibytes(4)
        end.memory.visible = .gibibytes(4)
        end.memory.usable = .gibibytes(1)
        return GuestUsage(from: begin, to: end, Interval(kernel: 1, libvirt: 1))
    }

    static var host: AdvisedHost {
        var host = AdvisedHost()
        host.accelerator = Accelerator(.kvm)
        host.layer.architecture = "x86_64"
        host.layer.memory = HostMemory(total: .gibibytes(64), available: .gibibytes(32))
        host.hardware.processor.threads = 8
        return host
    }

    static func findings(
        _ rule: AdviceRule, _ guest: AdvisedGuest, _ host: AdvisedHost = host
    ) -> [Suggestion] {
        rule.findings(in: AdviceEvidence(host: host, guests: [guest]))
    }
}
