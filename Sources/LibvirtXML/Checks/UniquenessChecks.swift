/// Something of which a definition may have each value once.
private struct Unique: Sendable {
    /// The elements.
    let path: String
    /// What makes the value, all of it; the first part names the attribute.
    let parts: [String]
    let name: String
    let remedy: String
    /// Which of the elements count.
    var applies: @Sendable (XMLNode) -> Bool = { _ in true }
}

extension DomainCheck {
    /// Values of which there may be one each.
    static let uniqueness: [DomainCheck] =
        uniques.map { rule in
            DomainCheck { domain, _ in
                var first: [[String]: XMLNode] = [:]
                return domain.node.all(rule.path).filter(rule.applies).compactMap { node in
                    let values = rule.parts.compactMap { node.value($0)?.trimmed.lowercased() }
                    guard values.count == rule.parts.count, values.first?.isEmpty == false else { return nil }
                    guard let other = first.updateValue(first[values] ?? node, forKey: values) else { return nil }
                    let shown = rule.parts.compactMap { node.value($0)?.trimmed }.joined(separator: " ")
                    return node.finding(
                        .duplicate, "the \(rule.name) '\(shown)' is also that of line \(other.line)",
                        remedy: rule.remedy)
                }
            }
        } + [bootOrder]

    private static let uniques = [
        Unique(
            path: "devices/disk", parts: ["target/@dev"], name: "target",
            remedy: "give each disk a target of its own, such as vdb"),
        Unique(
            path: "devices/interface", parts: ["mac/@address"], name: "hardware address",
            remedy: "give each adapter its own address, or remove <mac> and let libvirt make one up"),
        Unique(
            path: "devices/controller", parts: ["@index", "@type"], name: "controller",
            remedy: "number controllers of one type from 0 on, or leave the index out",
            // The companions of a USB 2 controller share its index.
            applies: { $0.first("master") == nil && $0.attribute("model")?.hasPrefix("ich9-") != true }),
        Unique(
            path: "devices/filesystem", parts: ["target/@dir"], name: "target",
            remedy: "give each file system a target of its own"),
        Unique(
            path: "devices/channel", parts: ["target/@name"], name: "channel name",
            remedy: "give each channel a name of its own"),
        Unique(
            path: "devices/serial", parts: ["target/@port", "target/@type"], name: "port",
            remedy: "number serial ports from 0 on, or leave the port out"),
        Unique(path: "devices/disk", parts: ["wwn"], name: "WWN", remedy: "give each disk a WWN of its own"),
        Unique(path: "devices/audio", parts: ["@id"], name: "id", remedy: "number audio back ends from 1 on"),
        Unique(path: "iothreadids/iothread", parts: ["@id"], name: "id", remedy: "give each I/O thread one id"),
        Unique(path: "cputune/vcpupin", parts: ["@vcpu"], name: "processor", remedy: "pin each processor once"),
        Unique(path: "cpu/feature", parts: ["@name"], name: "feature", remedy: "name each feature once"),
        Unique(path: "cpu/numa/cell", parts: ["@id"], name: "id", remedy: "number NUMA cells from 0 on"),
    ]

    /// Boot orders are unique over all devices.
    private static let bootOrder = DomainCheck { domain, _ in
        var first: [String: XMLNode] = [:]
        return domain.node.all("devices").flatMap(\.elements).flatMap { $0.elements(named: "boot") }.compactMap {
            boot in
            guard let order = boot.attribute("order"),
                let other = first.updateValue(first[order] ?? boot, forKey: order)
            else { return nil }
            return boot.finding(
                .duplicate, "the boot order \(order) is also that of line \(other.line)", attribute: "order",
                remedy: "give each device that the guest boots from its own number")
        }
    }
}
