internal import Quantities

/// Finds what a file or a device of the host stands on.
struct StoragePlace {
    let files: HostFiles
    /// Whether the VMM goes past the host's page cache.
    let isDirect: Bool

    /// The filesystem of the file, with those of the images below it where they are elsewhere, and the disk below.
    func hops(file: String, others: [String]) -> [RequestPath.Hop] {
        guard let text = try? files.text("/proc/self/mountinfo", limit: 1 << 20) else {
            return [missing(.filesystem, "filesystem", "there is no /proc/self/mountinfo")]
        }
        let table = MountTable(text)
        guard let mount = table.mount(of: file) else { return [missing(.filesystem, "filesystem", "not mounted here")] }
        var hop = RequestPath.Hop(
            .filesystem, "\(mount.type) on \(mount.folder)", by: .hostKernel, details: ["from \(mount.source)"],
            request: entering, answer: [.contextSwitch("the system call returns to the VMM's thread")],
            unavailable: ["measured": "the kernel counts on the device below, for all that use it"])
        if !isDirect { hop.answer.insert(.copy("from the host's page cache into the guest's memory"), at: 0) }
        let elsewhere = others.compactMap { table.mount(of: $0) }.filter { $0.folder != mount.folder }
        hop.details += elsewhere.map { "an image below is on \($0.type) on \($0.folder)" }
        guard let name = device(of: mount) else { return [hop] + hardwareless(mount) }
        return [hop] + hops(named: name)
    }

    /// A device that the guest has for itself.
    func hops(device path: String) -> [RequestPath.Hop] {
        let target = path.hasPrefix("/dev/disk/") || path.hasPrefix("/dev/mapper/") ? files.link(path) ?? path : path
        let name = target.split(separator: "/").last.map(String.init) ?? target
        var found = hops(named: name)
        if !found.isEmpty { found[0].request = entering + found[0].request }
        return found
    }

    private var entering: [RequestPath.Cost] {
        [.contextSwitch("a system call of the VMM's thread")]
            + (isDirect ? [] : [.copy("from the guest's memory into the host's page cache")])
    }

    private func missing(_ kind: RequestPath.Hop.Kind, _ name: String, _ reason: String) -> RequestPath.Hop {
        RequestPath.Hop(kind, name, by: .hostKernel, unavailable: ["name": reason, "measured": reason])
    }

    /// The kernel's name of what a filesystem stands on.
    private func device(of mount: MountTable.Mount) -> String? {
        let last = files.link("/sys/dev/block/\(mount.device)")?.split(separator: "/").last
        if let last { return String(last) }
        // Filesystems of several devices (btrfs, zfs) have no number of one; their source names the first.
        guard mount.source.hasPrefix("/dev/"), let name = mount.source.split(separator: "/").last else { return nil }
        return files.exists("/sys/class/block/\(name)") ? String(name) : nil
    }

    private func hardwareless(_ mount: MountTable.Mount) -> [RequestPath.Hop] {
        let name = mount.type == "tmpfs" || mount.type == "ramfs" ? "memory" : mount.source
        let isRemote = ["nfs", "nfs4", "cifs", "ceph", "glusterfs", "9p"].contains(mount.type)
        let reason = isRemote ? "another machine counts there" : "no disk of the host can be named for it"
        return [
            RequestPath.Hop(
                isRemote ? .remoteStorage : .hardware, name, by: isRemote ? .elsewhere : .hardware,
                unavailable: ["measured": reason])
        ]
    }
}

extension StoragePlace {
    private static let limit = 16

    /// The layers of the kernel down to the disk, its driver, and the disk itself.
    private func hops(named first: String) -> [RequestPath.Hop] {
        var hops: [RequestPath.Hop] = []
        var name = first
        while hops.count < Self.limit, let (kind, below) = layer(name) {
            hops.append(
                RequestPath.Hop(
                    .blockLayer, name, by: .hostKernel, details: [kind] + below.dropFirst().map { "and \($0)" },
                    counter: .init(.blockDevice, name)))
            guard let next = below.first else { return hops }
            name = next
        }
        return hops + disk(name)
    }

    /// What a device is made of; `nil` for a disk.
    private func layer(_ name: String) -> (kind: String, below: [String])? {
        let folder = "/sys/class/block/\(name)"
        let slaves = files.names(in: folder + "/slaves")
        if !slaves.isEmpty { return (name.hasPrefix("md") ? "software RAID" : "device mapper", slaves) }
        guard files.exists(folder + "/partition"), let link = files.link(folder) else { return nil }
        return ("partition", link.split(separator: "/").dropLast().last.map { [String($0)] } ?? [])
    }

    private func disk(_ name: String) -> [RequestPath.Hop] {
        let folder = "/sys/block/\(name)"
        guard files.exists(folder) else { return [missing(.hostDriver, name, "there is no \(folder)")] }
        // The disk of an NVMe controller has its driver one device higher.
        let places = ["/device/driver", "/device/device/driver"]
        let link = places.lazy.compactMap { files.link(folder + $0) }.first
        let driver = link?.split(separator: "/").last.map(String.init)
        let sectors = files.number(folder + "/size").flatMap { UInt64(exactly: $0) } ?? 0
        let rotation = files.number(folder + "/queue/rotational").map {
            $0 == 0 ? "solid state" : "spinning, or not told"
        }
        return [
            RequestPath.Hop(
                .hostDriver, driver ?? name, by: .hostKernel,
                details: [
                    "\(name), for all that use it", files.word(folder + "/queue/scheduler").map { "scheduler \($0)" },
                ]
                .compactMap(\.self),
                answer: [.contextSwitch("an interrupt of the disk, handled on some processor")],
                counter: .init(.blockDevice, name),
                unavailable: driver == nil ? ["name": "no driver is linked: a device made of software"] : [:]),
            RequestPath.Hop(
                .hardware, files.word(folder + "/device/model") ?? name, by: .hardware,
                details: [
                    sectors > 0 ? "\(ByteCount.bytes(sectors &* 512))" : nil, rotation, "moves data by itself (DMA)",
                ]
                .compactMap(\.self),
                unavailable: ["measured": "it is seen through its driver only"]),
        ]
    }
}
