internal import LibvirtXML

extension AdviceRule {
    /// A disk that the VMM plays register by register, where the guest has a driver for one that needs no such play.
    static let emulatedDisk = AdviceRule("emulated-disk") { guest, _ in
        let driver = guest.virtioEvidence(\.disk, siblings: "devices/disk", at: "target/@bus", "disk")
        guard let driver else { return [] }
        return guest.disks.filter { ["ide", "sata", "usb", "sd"].contains($0.bus) }.map { disk in
            Suggestion(
                "emulated-disk", "disk \(disk.target) is emulated (\(disk.bus))",
                evidence: [driver, disk.words, guest.usage?.cpu?.costWords].compactMap(\.self),
                gain: "fewer exits and a deeper queue for each request",
                risk:
                    "the disk is called /dev/vd… then: a guest that names it otherwise than by UUID or label, or whose "
                    + "initial file system lacks the driver, does not boot",
                changes: [.diskBus(target: disk.target, bus: "virtio")])
        }
    }
}
