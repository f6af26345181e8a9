/// A value of a definition, and the list of values that the host's QEMU has for it.
private struct CapabilityRule: Sendable {
    /// The element, and the path of the value from it.
    let element: String
    let value: String
    /// Where the host lists them: an element with `<enum>`s, and the name of one.
    let list: String
    let name: String
    let what: String

    init(_ element: String, _ value: String, _ list: String, _ name: String, _ what: String) {
        (self.element, self.value, self.list, self.name, self.what) = (element, value, list, name, what)
    }

    /// The values that the host lists; `nil` where it does not list any, for it may be too old to.
    func allowed(in capabilities: XMLDocument) -> [String]? {
        guard let list = capabilities.root.first(list) else { return nil }
        if list.attribute("supported") == "no" { return [] }
        return list.elements(named: "enum").first { $0.attribute("name") == name }?.elements(named: "value").map(\.text)
    }
}

extension DomainCheck {
    /// The host's QEMU has the models that the definition asks for.
    static let capabilities = DomainCheck { domain, host in
        guard let capabilities = host.capabilities else { return [] }
        return capabilityRules.flatMap { rule -> [Finding] in
            guard let allowed = rule.allowed(in: capabilities) else { return [] }
            return domain.node.all(rule.element).compactMap { node in
                guard let value = node.value(rule.value)?.trimmed, !allowed.contains(value) else { return nil }
                let choice = allowed.isEmpty ? "remove it" : "choose " + allowed.joined(separator: ", ")
                return node.finding(
                    .unsupported, "this host's QEMU has no \(rule.what) '\(value)'", allowed: allowed, remedy: choice)
            }
        } + processors(domain, capabilities)
    }

    private static let capabilityRules = [
        CapabilityRule("os", "@firmware", "os", "firmware", "firmware"),
        CapabilityRule("os/loader", "@type", "os/loader", "type", "loader type"),
        CapabilityRule("memoryBacking/source", "@type", "memoryBacking", "sourceType", "memory source"),
        CapabilityRule("devices/disk", "@device", "devices/disk", "diskDevice", "disk device"),
        CapabilityRule("devices/disk", "target/@bus", "devices/disk", "bus", "disk bus"),
        CapabilityRule("devices/graphics", "@type", "devices/graphics", "type", "screen of type"),
        CapabilityRule("devices/video", "model/@type", "devices/video", "modelType", "video model"),
        CapabilityRule("devices/hostdev", "@mode", "devices/hostdev", "mode", "handing over in mode"),
        CapabilityRule("devices/rng", "@model", "devices/rng", "model", "random number generator"),
        CapabilityRule("devices/rng", "backend/@model", "devices/rng", "backendModel", "source of random numbers"),
        CapabilityRule("devices/filesystem", "driver/@type", "devices/filesystem", "driverType", "file system driver"),
        CapabilityRule("devices/tpm", "@model", "devices/tpm", "model", "TPM"),
        CapabilityRule("devices/tpm", "backend/@type", "devices/tpm", "backendModel", "TPM back end"),
        CapabilityRule("devices/redirdev", "@bus", "devices/redirdev", "bus", "redirection on bus"),
        CapabilityRule("devices/channel", "@type", "devices/channel", "type", "channel of type"),
        CapabilityRule("devices/crypto", "@model", "devices/crypto", "model", "crypto device"),
    ]

    private static func processors(_ domain: DomainDocument, _ capabilities: XMLDocument) -> [Finding] {
        var findings: [Finding] = []
        let modes = capabilities.root.first("cpu")?.elements(named: "mode") ?? []
        if let cpu = domain.node.first("cpu"), let asked = cpu.attribute("mode"), !modes.isEmpty {
            let able = modes.filter { $0.attribute("supported") == "yes" }.compactMap { $0.attribute("name") }
            if !able.contains(asked) {
                findings.append(
                    cpu.finding(
                        .unsupported, "this host has no processor of mode '\(asked)'", attribute: "mode", allowed: able,
                        remedy: "choose " + able.joined(separator: ", ")))
            }
        }
        let models = modes.first { $0.attribute("name") == "custom" }?.elements(named: "model").map(\.text) ?? []
        if let model = domain.node.first("cpu/model"), !models.isEmpty, !models.contains(model.text.trimmed),
            ["custom", nil].contains(domain.node.value("cpu/@mode"))
        {
            findings.append(
                model.finding(
                    .unsupported, "this host knows no processor '\(model.text.trimmed)'", allowed: models,
                    remedy: "choose one of those that virsh domcapabilities lists, host-model or maximum"))
        }
        if let vcpu = domain.node.first("vcpu"), let count = Int(vcpu.text.trimmed),
            let most = capabilities.root.value("vcpu/@max").flatMap({ Int($0) }), count > most
        {
            findings.append(
                vcpu.finding(
                    .unsupported, "\(count) processors are more than the \(most) that this machine type can have",
                    remedy: "lower <vcpu>, or take another machine type"))
        }
        return findings
    }

    /// The host has the memory.
    static let memory = DomainCheck { domain, host in
        guard let most = host.memory, let asked = domain.memory, asked > most, let node = domain.node.first("memory")
        else { return [] }
        return [
            node.finding(
                .unsupported, "the guest is to have \(asked), the whole host has \(most)",
                remedy: "lower <memory>, or run it on a larger host")
        ]
    }
}
