extension DomainCheck {
    /// Each address is that of one device.
    static let addresses = DomainCheck { domain, _ in
        var first: [[String]: XMLNode] = [:]
        return domain.node.all("devices").flatMap(\.elements).compactMap { device in
            guard let address = device.first("address"), let key = key(of: address, device: device),
                let other = first.updateValue(first[key] ?? device, forKey: key)
            else { return nil }
            return address.finding(
                .duplicate, "the \(key[0]) address is also that of the <\(other.name)> in line \(other.line)",
                remedy: "remove one <address>, and libvirt finds a free one")
        }
    }

    /// What makes an address of each type; a number is one however it is written.
    private static let parts: [String: [String]] = [
        "pci": ["domain", "bus", "slot", "function"], "drive": ["controller", "bus", "target", "unit"],
        "usb": ["bus", "port"], "virtio-serial": ["controller", "bus", "port"], "ccid": ["controller", "slot"],
        "isa": ["iobase", "irq"], "ccw": ["cssid", "ssid", "devno"], "dimm": ["slot"], "spapr-vio": ["reg"],
    ]

    private static func key(of address: XMLNode, device: XMLNode) -> [String]? {
        guard let type = address.attribute("type"), let names = parts[type],
            names.contains(where: { address.attribute($0) != nil })
        else { return nil }
        let values = names.map { name in ValueKind.word.value(address.attribute(name) ?? "0").meaning }
        // Controllers of different kinds count their drives apart.
        let bus = type == "drive" ? device.value("target/@bus") ?? device.name : ""
        return [type, bus] + values
    }
}
