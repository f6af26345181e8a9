extension RuleSet {
    /// What libvirt concludes from the rest of a definition.
    static let domainCompletions: [String: Completion] = [
        "": { domain, machine in completeDomain(&domain, machine) },
        "seclabel": { label, _ in
            // No label has no model.
            if label.meaning("@type") == "none", label.meaning("@model") == "none" { label["@model"] = nil }
            guard label.meaning("@type") ?? "dynamic" == "dynamic" else { return }
            label.children.removeAll { $0.key == "label" || $0.key == "imagelabel" }
        },
        "clock": { clock, _ in
            if clock.meaning("@offset") == "variable" { clock.imply("0", at: "@adjustment") }
        },
        "devices": { devices, machine in
            devices.joinConsole()
            devices.numberConsoles()
            for kind in ["serial", "parallel"] { devices.number(kind) }
            if machine.isQEMU { devices.addUsual(isPC: machine.isPC) }
        },
        "devices/disk": { disk, _ in completeDisk(&disk) },
        "devices/interface": { interface, machine in completeInterface(&interface, of: machine) },
        "devices/graphics": { graphics, _ in completeGraphics(&graphics) },
        "devices/serial": { port, _ in completePort(&port) },
        "devices/parallel": { port, _ in completePort(&port) },
        "devices/channel": { port, _ in completePort(&port) },
        "devices/console": { port, machine in
            completePort(&port)
            if machine.isQEMU { port.imply("serial", at: "target", "@type") }
        },
        "devices/input": { input, machine in
            let type = input.meaning("@type")
            let usual = machine.isPC && (type == "mouse" || type == "keyboard") ? "ps2" : "usb"
            input.imply(type == "passthrough" ? "virtio" : type == "evdev" ? nil : usual, at: "@bus")
        },
        "devices/video": { video, machine in
            if !machine.isPC, machine.isQEMU { video.imply("virtio", at: "model", "@type") }
        },
        "devices/vsock": { vsock, _ in
            if vsock.meaning("cid", "@auto") == "yes" { vsock["cid", "@address"] = nil }
        },
        "devices/hostdev": { device, _ in
            if device.meaning("@type") == "pci" { device.imply("0", at: "source", "address", "@domain") }
        },
        // A name that begins with `ua-` is the user's, every other one libvirt's.
        "devices/*": { device, _ in
            guard device.meaning("alias", "@name")?.hasPrefix("ua-") == false else { return }
            device.children.removeAll { $0.key == "alias" }
        },
    ]

    private static func completeDomain(_ domain: inout Fact, _ machine: MachineTraits) {
        if machine.isQEMU, !domain.has("devices") {
            var devices = Fact(key: "devices")
            devices.addUsual(isPC: machine.isPC)
            domain.children.append(devices)
        }
        domain.imply("1", at: "vcpu")
        domain.imply(domain.meaning("vcpu"), at: "vcpu", "@current")
        if let memory = domain.memoryOfCells { domain["memory"] = memory }
        domain.countUnpluggedMemory()
        if domain["currentMemory"] == nil { domain["currentMemory"] = domain["memory"] }
        if let threads = domain.first("iothreadids")?.children.count {
            domain.imply(String(threads), at: "iothreads")
        } else if let threads = domain.meaning("iothreads").flatMap({ Int($0) }), (1...1024).contains(threads) {
            for id in 1...threads {
                var thread = Fact(key: "iothread")
                thread["@id"] = Value(implied: String(id))
                domain.add(thread, to: "iothreadids")
            }
        }
    }

    private static func completeDisk(_ disk: inout Fact) {
        disk.imply("file", at: "@type")
        disk.imply("disk", at: "@device")
        if let name = disk.meaning("target", "@dev") { disk.imply(usualBus(ofDisk: name), at: "target", "@bus") }
        disk.implyPorts()
        if disk.meaning("@device") == "cdrom", !disk.has("readonly") {
            disk.children.append(Fact(key: "readonly"))
        }
        if disk.has("readonly") { disk.imply("no", at: "@snapshot") }
    }

    /// The bus that libvirt takes the name of a disk for.
    private static func usualBus(ofDisk name: String) -> String? {
        switch name.prefix(2) {
        case "hd": "ide"
        case "sd": "scsi"
        case "vd": "virtio"
        case "xv": "xen"
        case "ub": "uml"
        case "fd": "fdc"
        default: nil
        }
    }

    private static func completeInterface(_ interface: inout Fact, of machine: MachineTraits) {
        if machine.isQEMU, interface.meaning("@type") != "hostdev" {
            let needsVirtio = ["vdpa", "vhostuser"].contains(interface.meaning("@type"))
            interface.imply(needsVirtio ? "virtio" : machine.usualAdapter, at: "model", "@type")
        }
        guard let name = interface.meaning("target", "@dev") else { return }
        if ["vnet", "vif", "macvtap", "macvlan", "testnet"].contains(where: name.hasPrefix) {
            interface["target", "@dev"] = nil
        }
    }

    private static func completeGraphics(_ graphics: inout Fact) {
        let ports = [graphics.meaning("@port"), graphics.meaning("@tlsPort")]
        let isSpice = graphics.meaning("@type") == "spice"
        if isSpice, ports == [nil, nil], graphics["@autoport"] == nil {
            // Without a port there is nothing to listen on.
            graphics.children.removeAll { $0.key == "listen" && $0.meaning("@address") == nil }
        } else if isSpice || graphics.meaning("@type") == "vnc" {
            graphics.imply(ports.contains { $0 != nil && $0 != "-1" } ? "no" : "yes", at: "@autoport")
        }
        if graphics.meaning("@autoport") == "yes" {
            graphics["@port"] = nil
            graphics["@tlsPort"] = nil
        }
        if graphics.meaning("@websocketGenerated") == "yes" { graphics["@websocket"] = Value(implied: "-1") }
        graphics["@websocketGenerated"] = nil
        graphics.useListenElements()
    }

    private static func completePort(_ port: inout Fact) {
        port["@tty"] = nil
        switch port.meaning("@type") ?? "pty" {
        case "pty": port.children.removeAll { $0.key == "source" }
        case "tcp": if port.has("source") { port.imply("connect", at: "source", "@mode") }
        case "unix":
            let path = port.meaning("source", "@path") ?? "/var/lib/libvirt/"
            let isMade = ["/var/lib/libvirt/", "/run/libvirt/", "/var/run/libvirt/"].contains { path.hasPrefix($0) }
            if isMade, port.key == "channel" { port.children.removeAll { $0.key == "source" } }
        default: break
        }
        if port.has("target") { port["target", "@state"] = nil }
    }
}
