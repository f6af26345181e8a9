internal import LibvirtXML

/// Finds the way of an adapter's packets.
struct NetworkPath {
    let adapter: View<DomainDocument.NetworkInterface>
    let place: PathPlace

    var path: RequestPath {
        let model = adapter.model
        let isHandedOver = adapter.type == .hostDevice
        let style: DeviceStyle? =
            isHandedOver ? .passthrough : VirtualDevice(kind: .interface, model: model, in: place.style).style
        let name = adapter.hostDevice ?? adapter.mac ?? adapter.alias ?? "adapter"
        let driver = place.guestDriver(PathPlace.adapterDriver(model), style: style)
        // A container's adapter is the host kernel's own, without a driver or a thread.
        var hops = style == .sharedKernel ? [] : [driver]
        let words = [model ?? "adapter", adapter.mac].compactMap(\.self).joined(separator: " ")
        hops.append(place.device(words, style: style, counter: .init(.guestInterface, name)))
        hops += isHandedOver ? [handedOver] : (style == .sharedKernel ? [] : [thread(style)]) + outside
        return RequestPath(
            guest: place.guest, device: name,
            otherNames: [adapter.mac, adapter.alias].compactMap { $0 != name ? $0 : nil },
            kind: .interface, style: style, guestStyle: place.style, isActive: place.isActive, hops: hops,
            unavailable: place.missing)
    }

    private var handedOver: RequestPath.Hop {
        RequestPath.Hop(
            .hostDriver, "vfio-pci", by: .hostKernel,
            details: ["sets the device up, and is not on the way of a packet"],
            unavailable: ["measured": "the host does not see the packets"])
    }

    private var mayBeKernels: Bool { adapter.model?.hasPrefix("virtio") == true && adapter.driver.name != .qemu }

    private var isKernels: Bool { (mayBeKernels && place.hasVhost == true) || place.style == .container }

    /// The kernel serves virtio adapters itself where it can, all others are the VMM's.
    private func thread(_ style: DeviceStyle?) -> RequestPath.Hop {
        if isKernels {
            return RequestPath.Hop(
                .thread, "vhost", by: .hostKernel, details: ["a thread of the kernel; the VMM is not on the way"],
                request: [
                    .contextSwitch("the doorbell wakes the kernel's thread"),
                    .copy("from the guest's memory into the kernel's packet buffer"),
                ],
                answer: [.copy("from the kernel's packet buffer into the guest's memory")],
                counter: .init(.thread, "vhost"))
        }
        var hop = RequestPath.Hop(
            .thread, "main loop", by: .vmm, details: ["all devices without a thread of their own share it"],
            request: [.contextSwitch("a system call for each packet")],
            answer: [
                .contextSwitch("a packet wakes the main loop, which reads it with a system call"),
                .copy("from the VMM's buffer into the guest's memory"),
            ],
            counter: place.isActive ? .init(.thread, "emulator") : nil,
            unavailable: place.isActive ? [:] : PathPlace.stopped)
        if style == .emulated {
            hop.request.insert(.copy("from the guest's memory into the buffer of the emulated adapter"), at: 0)
        }
        if mayBeKernels {
            hop.unavailable["vhost"] =
                place.hasVhost == nil ? "the hypervisor's process cannot be seen" : "its process has no vhost thread"
        }
        return hop
    }
}

extension NetworkPath {
    /// All hops behind the VMM.
    private var outside: [RequestPath.Hop] {
        switch adapter.type {
        case .user:
            return [
                RequestPath.Hop(
                    .userNetwork, "user network", by: .vmm, details: ["the VMM opens sockets for the guest"],
                    request: [.copy("out of the packets, into sockets of the VMM")],
                    answer: [.copy("out of sockets of the VMM, into packets")],
                    unavailable: ["measured": "nobody counts inside the VMM"])
            ] + route(by: nil, mode: "sockets of the host")
        case .nothing, nil: return []
        default: return cable + filter + beyondCable
        }
    }

    private var way: NetworkWay? { adapter.type == .network ? adapter.source.flatMap { place.networks[$0] } : nil }

    private var cable: [RequestPath.Hop] {
        guard place.isActive, let name = adapter.hostDevice else {
            return [RequestPath.Hop(.tap, "tap", by: .hostKernel, unavailable: PathPlace.stopped)]
        }
        let isDirect = adapter.type == .direct
        var hop = RequestPath.Hop(
            .tap, name, by: .hostKernel, details: [isDirect ? "macvtap" : place.style == .container ? "veth" : "tap"])
        // vhost has done that already, and a container's adapter passes the packet on as it is.
        if !isKernels {
            hop.request = [.copy("from the VMM's memory, or the guest's, into the kernel's packet buffer")]
            hop.answer = [.copy("from the kernel's packet buffer into the VMM's memory")]
        }
        if place.files != nil {
            hop.counter = .init(.networkDevice, name)
        } else {
            hop.unavailable["measured"] = "the guest's host is not this machine"
        }
        return [hop]
    }

    private var filter: [RequestPath.Hop] {
        guard let name = adapter.filter else { return [] }
        return [
            RequestPath.Hop(
                .filter, name, by: .hostKernel, details: ["rules that every packet is held against"],
                unavailable: ["measured": "only root may read the rules' counters"])
        ]
    }

    private var beyondCable: [RequestPath.Hop] {
        guard let files = place.files else { return [] }
        let host = NetworkPlace(files: files)
        if adapter.type == .direct { return adapter.source.map { host.adapter($0) } ?? [] }
        let running = place.isActive ? adapter.hostDevice.flatMap { host.bridge(of: $0) } : nil
        guard let bridge = running ?? way?.bridge ?? (adapter.type == .bridge ? adapter.source : nil) else {
            return []
        }
        var hop = RequestPath.Hop(
            .bridge, bridge, by: .hostKernel, counter: .init(.networkDevice, bridge),
            unavailable: files.exists("/sys/class/net/\(bridge)") ? [:] : ["measured": "the bridge is not there"])
        if let network = adapter.type == .network ? adapter.source : nil { hop.details.append("network \(network)") }
        let ports = host.hardwarePorts(of: bridge)
        hop.details.append("passes packets on by their hardware address")
        if let port = ports.first { return [hop] + host.adapter(port) }
        return [hop] + route(by: way, mode: way?.mode)
    }

    /// Routed out of the host, by its default route unless the network is bound to an adapter.
    private func route(by way: NetworkWay?, mode: String?) -> [RequestPath.Hop] {
        guard let mode else {
            return [
                RequestPath.Hop(
                    .route, "nowhere", by: .hostKernel, details: ["no adapter of the host is on the bridge"],
                    unavailable: ["measured": "packets stay on this host"])
            ]
        }
        guard let files = place.files else { return [] }
        let host = NetworkPlace(files: files)
        let device = way?.device ?? host.defaultDevice
        var hop = RequestPath.Hop(
            .route, mode, by: .hostKernel, details: [device.map { "out by \($0)" } ?? "there is no default route"],
            unavailable: ["measured": "the kernel counts on the adapters, for all that use them"])
        if mode == "nat" {
            hop.name = "NAT"
            hop.details.append("addresses are translated, each connection is kept in a table")
        }
        return [hop] + (device.map { host.adapter($0) } ?? [])
    }
}
