internal import LibvirtXML

/// Finds the way of a disk's requests.
struct DiskPath {
    let disk: View<DomainDocument.Disk>
    let place: PathPlace

    var path: RequestPath {
        let bus = disk.bus?.rawValue
        let style = VirtualDevice(kind: .disk, model: bus, controller: controller, in: place.style).style
        let name = disk.target ?? disk.alias ?? "disk"
        let model = bus == "scsi" ? "scsi on \(controller ?? "a controller that is not named")" : bus ?? "disk"
        var hops = [place.guestDriver(PathPlace.diskDriver(bus, controller: controller), style: style)]
        hops.append(place.device("\(model) \(name)", style: style, counter: .init(.guestDisk, name)))
        hops.append(thread(style))
        hops += images
        hops += storage
        return RequestPath(
            guest: place.guest, device: name, otherNames: [disk.alias].compactMap(\.self), kind: .disk, style: style,
            guestStyle: place.style, isActive: place.isActive, hops: hops, unavailable: place.missing)
    }

    private var controller: String? {
        guard disk.bus == .scsi else { return nil }
        return place.document.devices.first { $0.kind == "controller" && $0.type == "scsi" }?.model
    }

    private func thread(_ style: DeviceStyle?) -> RequestPath.Hop {
        let number = disk.ioThread
        let worker: RequestPath.Cost =
            switch disk.io {
            case .native: .contextSwitch("a system call hands it to the kernel's asynchronous I/O")
            case .ring: .contextSwitch("a system call hands it to the kernel by a ring (io_uring)")
            default: .contextSwitch("a worker thread of the VMM is woken and blocks in the system call")
            }
        let wake = RequestPath.Cost.contextSwitch(
            number == nil ? "the main loop is woken; all devices share it" : "the I/O thread is woken")
        return RequestPath.Hop(
            .thread, number.map { "I/O thread \($0)" } ?? "main loop", by: .vmm,
            details: ["host I/O by \(disk.io?.rawValue ?? "worker threads")"],
            // An emulated disk is begun by the thread of the processor that touched its registers.
            request: (style == .paravirtual ? [wake] : []) + [worker], answer: [wake],
            counter: place.isActive ? .init(.thread, number == nil ? "emulator" : "ioThread") : nil,
            unavailable: place.isActive ? [:] : PathPlace.stopped)
    }
}

extension DiskPath {
    /// Each file of the chain, the one that is written first.
    private var images: [RequestPath.Hop] {
        guard let source = disk.source else {
            return [
                RequestPath.Hop(
                    .image, "no medium", by: .vmm, unavailable: ["measured": "there is nothing to read or write"])
            ]
        }
        let layers = chain
        var hops = [image(source, disk.format?.rawValue, depth: 0, of: layers.count)]
        for (index, layer) in layers.enumerated() {
            hops.append(image(layer.source, layer.format, depth: index + 1, of: layers.count))
        }
        return hops
    }

    /// Whether there may be images below that the definition does not name.
    private var isChainUnknown: Bool {
        !place.isActive && disk.format != .raw && disk.node.first("backingStore") == nil
    }

    /// The images below, as the running guest has them open; a definition that does not run mostly names none.
    private var chain: [(source: String, format: String?)] {
        disk.node.backingChain.map { ($0.imageSource ?? "elsewhere", $0.value("format/@type")) }
    }

    private func image(_ name: String, _ format: String?, depth: Int, of count: Int) -> RequestPath.Hop {
        let isTop = depth == 0
        let position =
            count == 0
            ? nil : isTop ? "top of a chain of \(count + 1)" : "backing image \(depth) of \(count), read only"
        var hop = RequestPath.Hop(
            .image, name, by: .vmm,
            details: [format.map { "format \($0)" } ?? "format not named", position].compactMap(\.self),
            unavailable: ["measured": "QEMU counts for the disk as a whole, not for each image"])
        if isTop && count > 0 {
            hop.request.append(.copy("the first write to a cluster takes the rest of it from the image below"))
        }
        if format == "raw" {
            hop.details.append("every block at its own place")
        } else if format != nil {
            hop.details.append("tables tell where a block is; those not in memory are read first")
        }
        if isTop && isChainUnknown { hop.unavailable["chain"] = "what lies below, libvirt tells while the guest runs" }
        if !isTop { hop.details.append("reached only by reads of what no image above holds") }
        return hop
    }

    /// The filesystem and what it stands on, of the image that is written; a base elsewhere is told of with it.
    private var storage: [RequestPath.Hop] {
        guard let source = disk.source else { return [] }
        guard disk.type != .network else {
            let server = disk.details.hosts.first?["@name"]
            return [
                RequestPath.Hop(
                    .remoteStorage, [disk["source/@protocol"], server].compactMap(\.self).joined(separator: " "),
                    by: .elsewhere,
                    request: [.copy("the host's network stack takes the data into its own buffers")],
                    unavailable: ["measured": "another machine counts there"])
            ]
        }
        guard let files = place.files else { return [] }
        let reader = StoragePlace(files: files, isDirect: disk.cache == .uncached || disk.cache == .directSync)
        if source.hasPrefix("/dev/") { return reader.hops(device: source) }
        return reader.hops(file: source, others: chain.map(\.source).filter { $0.hasPrefix("/") })
    }
}
