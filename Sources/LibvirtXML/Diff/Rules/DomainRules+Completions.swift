extension RuleSet {
    /// What libvirt concludes from the rest of a definition.
    static let domainCompletions: [String: Completion] = [
        "": { domain, _ in completeDomain(&domain) },
        "seclabel": { label, _ in
            // No label has no model.
            if label.meaning("@type") == "none", label.meaning("@model") == "none" { label["@model"] = nil }
            guard label.meaning("@type") ?? "dynamic" == "dynamic" else { return }
            label.children.removeAll { $0.key == "label" || $0.key == "imagelabel" }
        },
        "clock": { clock, _ in
            if clock.meaning("@offset") == "variable" { clock.imply("@adjustment", "0") }
        },
        "devices": { devices, domain in
            devices.joinConsole()
            devices.numberConsoles()
            for kind in ["serial", "parallel"] { devices.number(kind) }
            if domain.isMachine { devices.addUsual(isPC: domain.isPC) }
        },
        "devices/disk": { disk, _ in completeDisk(&disk) },
        "devices/interface": { interface, domain in completeInterface(&interface, in: domain) },
        "devices/graphics": { graphics, _ in completeGraphics(&graphics) },
        "devices/serial": { port, _ in completePort(&port) },
        "devices/parallel": { port, _ in completePort(&port) },
        "devices/channel": { port, _ in completePort(&port) },
        "devices/console": { port, domain in
            completePort(&port)
            if domain.isMachine { port.imply("target/@type", "serial") }
        },
        "devices/input": { input, domain in
            let type = input.meaning("@type")
            let usual = domain.isPC && (type == "mouse" || type == "keyboard") ? "ps2" : "usb"
            input.imply("@bus", type == "passthrough" ? "virtio" : type == "evdev" ? nil : usual)
        },
        "devices/video": { video, domain in
            if !domain.isPC, domain.isMachine { video.imply("model/@type", "virtio") }
        },
        "devices/vsock": { vsock, _ in
            if vsock.meaning("cid/@auto") == "yes" { vsock["cid/@address"] = nil }
        },
        "devices/hostdev": { device, _ in
            if device.meaning("@type") == "pci" { device.imply("source/address/@domain", "0") }
        },
        // A name that begins with `ua-` is the user's, every other one libvirt's.
        "devices/*": { device, _ in
            guard device.meaning("alias/@name")?.hasPrefix("ua-") == false else { return }
            device.children.removeAll { $0.key == "alias" }
        },
    ]

    private static func completeDomain(_ domain: inout Fact) {
        if domain.isMachine, domain.first("devices") == nil {
            var devices = Fact(name: "devices")
            devices.addUsual(isPC: domain.isPC)
            domain.children.append(devices)
        }
        domain.imply("vcpu", "1")
        domain.imply("vcpu/@current", domain.meaning("vcpu"))
        if let memory = domain.memoryOfCells { domain["memory"] = memory }
        domain.countUnpluggedMemory()
        if domain["currentMemory"] == nil { domain["currentMemory"] = domain["memory"] }
        if let threads = domain.first("iothreadids")?.children.count {
            domain.imply("iothreads", String(threads))
        } else if let threads = domain.meaning("iothreads").flatMap({ Int($0) }), (1...1024).contains(threads) {
            for id in 1...threads {
                var thread = Fact(name: "iothread")
                thread["@id"] = Value(implied: String(id))
                domain.add(thread, to: "iothreadids")
            }
        }
    }

    private static func completeDisk(_ disk: inout Fact) {
        disk.imply("@type", "file")
        disk.imply("@device", "disk")
        let buses = ["hd": "ide", "sd": "scsi", "vd": "virtio", "xv": "xen", "ub": "uml", "fd": "fdc"]
        if let name = disk.meaning("target/@dev") { disk.imply("target/@bus", buses[String(name.prefix(2))]) }
        disk.implyPorts()
        if disk.meaning("@device") == "cdrom", disk.first("readonly") == nil {
            disk.children.append(Fact(name: "readonly"))
        }
        if disk.first("readonly") != nil { disk.imply("@snapshot", "no") }
    }

    private static func completeInterface(_ interface: inout Fact, in domain: Fact) {
        if domain.isMachine, interface.meaning("@type") != "hostdev" {
            let needsVirtio = ["vdpa", "vhostuser"].contains(interface.meaning("@type"))
            interface.imply("model/@type", needsVirtio ? "virtio" : domain.usualAdapter)
        }
        let made = ["vnet", "vif", "macvtap", "macvlan", "testnet"]
        guard let name = interface.meaning("target/@dev") else { return }
        if made.contains(where: { name.hasPrefix($0) }) { interface["target/@dev"] = nil }
    }

    private static func completeGraphics(_ graphics: inout Fact) {
        let ports = [graphics.meaning("@port"), graphics.meaning("@tlsPort")]
        let isSpice = graphics.meaning("@type") == "spice"
        if isSpice, ports == [nil, nil], graphics["@autoport"] == nil {
            // Without a port there is nothing to listen on.
            graphics.children.removeAll { $0.key == "listen" && $0.meaning("@address") == nil }
        } else if isSpice || graphics.meaning("@type") == "vnc" {
            graphics.imply("@autoport", ports.contains { $0 != nil && $0 != "-1" } ? "no" : "yes")
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
        case "tcp": if port.first("source") != nil { port.imply("source/@mode", "connect") }
        case "unix":
            let path = port.meaning("source/@path") ?? "/var/lib/libvirt/"
            let isMade = ["/var/lib/libvirt/", "/run/libvirt/", "/var/run/libvirt/"].contains { path.hasPrefix($0) }
            if isMade, port.name == "channel" { port.children.removeAll { $0.key == "source" } }
        default: break
        }
        if port.first("target") != nil { port["target/@state"] = nil }
    }
}
