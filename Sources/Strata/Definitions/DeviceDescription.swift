internal import LibvirtXML

/// A new device as it is described on the command line, such as `path=/images/a.qcow2,bus=scsi`.
struct DeviceDescription {
    let option: String
    let text: String
    private(set) var values: [String: String] = [:]

    /// Reads `name=value` pairs; a first part without a name is the value of `first`.
    init(_ text: String, option: String, first: String, known: [String]) throws {
        (self.option, self.text) = (option, text)
        for (index, part) in text.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let name = pair.count == 2 ? pair[0] : index == 0 ? first : pair[0]
            let value = pair.count == 2 ? pair[1] : index == 0 ? pair[0] : "yes"
            guard known.contains(name) else {
                throw InvalidValue(option, text, "'\(name)' is none of \(known.joined(separator: ", "))")
            }
            guard !value.isEmpty, values.updateValue(value, forKey: name) == nil else {
                throw InvalidValue(option, text, "'\(name)' must have one value")
            }
        }
    }

    subscript(name: String) -> String? { values[name] }

    func refusal(_ why: String) -> InvalidValue { InvalidValue(option, text, why) }
}

extension DomainDocument {
    /// Adds a disk; its format is what is said, or what the file's name ends in, and never guessed from its content.
    mutating func addDisk(
        _ text: String, option: String = "add-disk", usualBus: String = "virtio", opticalBus: String = "sata"
    ) throws {
        let disk = try DeviceDescription(
            text, option: option, first: "path",
            known: ["path", "format", "target", "bus", "device", "cache", "readonly", "shareable", "serial"])
        guard let path = disk["path"] ?? (disk["device"] == "cdrom" ? "" : nil) else {
            throw disk.refusal("a disk needs path=FILE")
        }
        let suffix = path.split(separator: ".").last.map(String.init) ?? ""
        let formats = ["qcow2": "qcow2", "raw": "raw", "img": "raw", "iso": "raw", "vmdk": "vmdk", "vdi": "vdi"]
        guard let format = disk["format"] ?? formats[suffix] ?? (path.isEmpty ? "raw" : nil) else {
            throw disk.refusal("say format=qcow2 or format=raw: the file's name does not tell")
        }
        let device = disk["device"] ?? (suffix == "iso" ? "cdrom" : "disk")
        let bus = disk["bus"] ?? (device == "cdrom" ? opticalBus : device == "floppy" ? "fdc" : usualBus)
        guard let target = disk["target"] ?? freeTarget(on: bus) else {
            throw disk.refusal("there is no bus '\(bus)' with a free target")
        }
        guard !node.all("devices/disk").contains(where: { $0.value("target/@dev") == target }) else {
            throw disk.refusal("the target \(target) is taken")
        }
        let isOfHost = path.hasPrefix("/dev/")
        let new = NewElement("disk", ["type": isOfHost ? "block" : "file", "device": device]) {
            NewElement("driver", ["name": "qemu", "type": format]).with("cache", disk["cache"])
            path.isEmpty ? nil : NewElement("source", [isOfHost ? "dev" : "file": path])
            NewElement("target", ["dev": target, "bus": bus])
            disk["readonly"] == "yes" || device == "cdrom" ? NewElement("readonly") : nil
            disk["shareable"] == "yes" ? NewElement("shareable") : nil
            disk["serial"].map { NewElement("serial", text: $0) }
        }
        document.insert(new, into: devicesElement)
    }

    /// The first name that no disk has, such as `vdb`; `nil` when there is no such bus, or no name left on it.
    func freeTarget(on bus: String) -> String? {
        let prefixes = [
            "virtio": "vd", "ide": "hd", "fdc": "fd", "xen": "xvd", "scsi": "sd", "sata": "sd", "usb": "sd",
        ]
        guard let prefix = prefixes[bus] else { return nil }
        let taken = Set(node.all("devices/disk").compactMap { $0.value("target/@dev") })
        return "abcdefghijklmnopqrstuvwxyz".lazy.map { prefix + String($0) }.first { !taken.contains($0) }
    }

    /// Adds a network adapter.
    mutating func addNetwork(_ text: String) throws {
        let adapter = try AdapterDescription(text, option: "add-network")
        document.insert(adapter.element(model: "virtio"), into: devicesElement)
    }

    private var devicesElement: XMLNode.ID {
        mutating get { node.first("devices")?.id ?? document.insert(NewElement("devices"), into: id) }
    }
}
