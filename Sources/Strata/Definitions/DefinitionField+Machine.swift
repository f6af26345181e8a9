internal import LibvirtXML
internal import Quantities

/// Fields that touch more than one place.
extension DefinitionField {
    /// Modes are modes, everything else the name of a model.
    @Sendable static func setCPU(_ definition: inout DomainDocument, _ value: String) throws {
        guard !value.isEmpty else { throw InvalidValue("cpu", value, "it must not be empty") }
        let modes = ["host-passthrough", "host-model", "maximum"]
        let isMode = modes.contains(value)
        // Models and features belong to the processor that was asked for before.
        for old in definition.node.all("cpu/model") + definition.node.all("cpu/feature")
            + definition.node.all("cpu/vendor")
        {
            definition.document.remove(old.id)
        }
        for name in ["cpu/@match", "cpu/@check", "cpu/@migratable"] where definition[name] != nil {
            definition[name] = nil
        }
        definition["cpu/@mode"] = isMode ? value : "custom"
        if !isMode {
            definition["cpu/@match"] = "exact"
            definition["cpu/model"] = value
        }
    }

    /// A guest that has all its memory at boot keeps having all of it.
    @Sendable static func setMemory(_ definition: inout DomainDocument, _ value: String) throws {
        let memory = try amount(value, "memory")
        guard definition.node.first("cpu/numa/cell") == nil else {
            throw InvalidValue(
                "memory", value, "this guest's memory is that of its NUMA cells: change <cell memory='…'>")
        }
        if let current = definition.currentMemory, current == definition.memory || current > memory {
            definition.currentMemory = memory
        }
        definition.memory = memory
    }

    /// The pages are those that the host has in reserve, in their usual size.
    @Sendable static func setHugePages(_ definition: inout DomainDocument, _ value: String) throws {
        switch (value, definition.node.first("memoryBacking/hugepages")) {
        case ("on", nil):
            let backing =
                definition.node.first("memoryBacking")?.id
                ?? definition.document.insert(NewElement("memoryBacking"), into: definition.id)
            definition.document.insert(NewElement("hugepages"), into: backing)
        case ("off", let pages?): definition.document.remove(pages.id)
        case ("on", _), ("off", _): return
        default: throw InvalidValue("huge-pages", value, "it must be on or off")
        }
    }

    /// Its processors may run anywhere else again when there is no set any more.
    @Sendable static func setHostProcessors(_ definition: inout DomainDocument, _ value: String) throws {
        if definition["vcpu"] == nil, !value.isEmpty { definition["vcpu"] = "1" }
        definition["vcpu/@cpuset"] = value.isEmpty ? nil : value
    }

    /// One node is preferred, of which libvirt knows one at a time; the memory has to be in one of several.
    @Sendable static func setHostNodes(_ definition: inout DomainDocument, _ value: String) throws {
        guard !value.isEmpty else {
            guard let tuning = definition.node.first("numatune"), let memory = tuning.first("memory") else { return }
            // What is said of single cells stands on what is said of all.
            definition.document.remove(tuning.first("memnode") == nil ? tuning.id : memory.id)
            return
        }
        if definition["numatune/memory/@placement"] != nil { definition["numatune/memory/@placement"] = nil }
        definition["numatune/memory/@mode"] = value.allSatisfy(\.isNumber) ? "preferred" : "strict"
        definition["numatune/memory/@nodeset"] = value
    }

    static func amount(_ path: String, in definition: DomainDocument) -> String? {
        let amount = path == "memory" ? definition.memory : definition.currentMemory
        return amount?.description ?? definition[path]
    }
}

extension DomainDocument {
    mutating func setTimer(_ name: String, _ value: String) throws {
        guard !name.isEmpty, ["yes", "no", ""].contains(value) else {
            throw InvalidValue("timer", "\(name)=\(value)", "say yes or no, such as hpet=no")
        }
        let timer = node.all("clock/timer").first { $0.attribute("name") == name }
        if value.isEmpty {
            if let timer { document.remove(timer.id) }
        } else if let timer {
            document.setAttribute("present", to: value, of: timer.id)
        } else {
            let clock = node.first("clock")?.id ?? document.insert(NewElement("clock", ["offset": "utc"]), into: id)
            document.insert(NewElement("timer", ["name": name, "present": value]), into: clock)
        }
    }

    /// What the guest boots from, first to last: words of `<os>`, or else the devices that have a number.
    var bootOrder: [String] {
        let words = node.all("os/boot").compactMap { $0.attribute("dev") }
        guard words.isEmpty else { return words }
        let numbered = bootable.compactMap { device in
            device.value("boot/@order").flatMap { Int($0) }.map { (order: $0, name: device.bootName) }
        }
        return numbered.sorted { $0.order < $1.order }.map(\.name)
    }

    private var bootable: [XMLNode] { node.all("devices").flatMap(\.elements) }

    mutating func setBootOrder(_ value: String) throws {
        let names = value.split(separator: ",").map(String.init)
        let words = ["fd", "hd", "cdrom", "network"]
        let devices = bootable
        guard !names.isEmpty, Set(names).count == names.count else {
            throw InvalidValue("boot", value, "it must be a list such as hd,network, each once")
        }
        let targets = try names.filter { !words.contains($0) }.map { name in
            guard let device = devices.first(where: { $0.bootName == name }) else {
                throw InvalidValue(
                    "boot", value, "'\(name)' is none of \(words.joined(separator: ", ")), nor a device here")
            }
            return device.id
        }
        guard targets.isEmpty || targets.count == names.count else {
            throw InvalidValue("boot", value, "words such as hd and devices such as vda cannot be mixed")
        }
        for old in node.all("os/boot") + devices.compactMap({ $0.first("boot") }) { document.remove(old.id) }
        if targets.isEmpty {
            let os = node.first("os")?.id ?? document.insert(NewElement("os"), into: id)
            for name in names { document.insert(NewElement("boot", ["dev": name]), into: os) }
        } else {
            for (order, device) in targets.enumerated() {
                document.insert(NewElement("boot", ["order": String(order + 1)]), into: device)
            }
        }
    }
}

extension XMLNode {
    /// What a device is called in the boot order: its target, its hardware address, else its kind.
    fileprivate var bootName: String { value("target/@dev") ?? value("mac/@address") ?? name }

    /// What an adapter is connected to, such as `network=default`.
    var connection: String {
        let type = attribute("type") ?? "user"
        let source = ["network", "bridge", "dev", "path"].compactMap { value("source/@" + $0) }.first
        return type + (source.map { "=" + $0 } ?? "")
    }
}
