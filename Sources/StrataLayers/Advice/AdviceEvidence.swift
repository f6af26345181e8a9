internal import LibvirtXML
internal import Quantities

/// Everything that rules may look at.
struct AdviceEvidence {
    var host: AdvisedHost
    var guests: [AdvisedGuest]
}

/// What the host is, and what it did while it was measured.
struct AdvisedHost {
    var hardware = HardwareLayer()
    var layer = HostLayer()
    /// How code of a new guest would run.
    var accelerator: Accelerator?
    var usage: HostUsage?
    /// How far the host's local time is ahead of UTC.
    var localTime = Duration.zero
}

/// The paravirtual drivers that a system brings along.
public struct SystemDrivers: Sendable, Equatable {
    /// The system's name.
    public var system: String
    /// Whether it has a driver for virtio disks.
    public var disk: Bool
    /// Whether it has a driver for virtio network adapters.
    public var network: Bool

    /// The drivers of a system.
    public init(system: String, disk: Bool, network: Bool) {
        self.system = system
        self.disk = disk
        self.network = network
    }
}

/// A guest, as it will boot next, as it runs, and what it did while it was measured.
struct AdvisedGuest {
    var name: String
    /// What the next boot takes: what was changed already, but waits for that, is not advised again.
    var kept: DomainDocument
    /// What it runs with, with what the hypervisor found out: chains of images.
    var live: DomainDocument?
    var usage: GuestUsage?
    var drivers: SystemDrivers?

    init(name: String, kept: DomainDocument, live: DomainDocument? = nil, usage: GuestUsage? = nil) {
        self.name = name
        self.kept = kept
        self.live = live
        self.usage = usage
    }

    var isEmulated: Bool { kept.type?.rawValue == "qemu" }
    var isAccelerated: Bool { kept.type?.rawValue == "kvm" }
    var isWindows: Bool { kept.operatingSystemEntry?.contains("microsoft.com") == true }

    /// The disks in the stricter sense: drives whose media come and go are none.
    var disks: [AdvisedDisk] {
        kept.node.all("devices/disk").compactMap { node in
            guard let target = node.value("target/@dev"), ["disk", nil].contains(node.attribute("device")) else {
                return nil
            }
            let usage = usage?.disks.first { $0.name == target }
            return AdvisedDisk(node: node, target: target, bus: node.value("target/@bus") ?? "ide", usage: usage)
        }
    }

    /// Why the guest can be taken to have a driver for a virtio device of that kind; `nil` when nothing tells.
    func virtioEvidence(
        _ kind: KeyPath<SystemDrivers, Bool>, siblings: String, at place: String, _ word: String
    ) -> String? {
        if let drivers { return drivers[keyPath: kind] ? "\(drivers.system) has a driver for virtio \(word)s" : nil }
        if kept.node.all(siblings).contains(where: { $0.value(place) == "virtio" }) {
            return "another \(word) of it is virtio"
        }
        if usage?.memory.usedInside != nil { return "its virtio balloon driver reports, so it knows virtio" }
        return nil
    }
}

/// A disk of a guest, with what it did.
struct AdvisedDisk {
    var node: XMLNode
    var target: String
    var bus: String
    var usage: DiskUsage?

    /// `120 requests a second, 0.8 ms each, 2.1 under way`.
    var words: String? {
        usage.map { usage in
            let latency = usage.latency.map { ", \(CompactNumber.tenths($0 * 1000)) ms each" } ?? ""
            return "\(target): \(CompactNumber.tenths(usage.requests)) requests a second" + latency
                + ", \(CompactNumber.tenths(usage.queue)) under way"
        }
    }
}

extension GuestCPU {
    /// `VMM and host kernel take 26.1 % of a processor for it`.
    var costWords: String? {
        guard let vmm, let kernel else { return nil }
        return "VMM and host kernel take \(CompactNumber.tenths((vmm + kernel) * 100)) % of a processor for the guest"
    }
}
