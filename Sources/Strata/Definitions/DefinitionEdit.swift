internal import LibvirtXML

/// One change that somebody wants in a guest's definition.
public enum DefinitionEdit: Hashable, Sendable {
    /// A field gets a value; an empty one removes a text.
    case set(field: String, value: String)
    /// A disk comes, such as `path=/images/a.qcow2,bus=scsi` or just the path.
    case addDisk(String)
    /// The disk with that target goes; its image stays.
    case removeDisk(target: String)
    /// The disk with that target moves to another bus.
    case diskBus(target: String, bus: String)
    /// The driver of the disk with that target gets an option, such as `cache`; an empty value removes it.
    case diskDriver(target: String, option: String, value: String)
    /// A network adapter comes, such as `network=default,model=e1000`, the network's name, or `user`.
    case addNetwork(String)
    /// An adapter goes, by its number from 1 or its hardware address.
    case removeNetwork(String)
    /// An adapter, by its number from 1 or its hardware address, becomes another model.
    case networkModel(adapter: String, model: String)
    /// One of the clocks that the guest can read, such as `hpet`, is there or not: `yes` or `no`; empty for as usual.
    case timer(name: String, value: String)
    /// A label of strata's gets a value.
    case tag(name: String, value: String)
    /// A label of strata's goes.
    case removeTag(String)

    /// Makes the change.
    ///
    /// - Throws: ``InvalidValue``; the definition may have been changed in part then.
    func apply(to definition: inout DomainDocument) throws {
        switch self {
        case .set(let field, let value):
            guard let known = DefinitionField.named(field) else {
                throw InvalidValue(field, value, "there is no such field")
            }
            try known.write(&definition, value)
        case .addDisk(let text): try definition.addDisk(text)
        case .removeDisk(let target):
            definition.document.remove(try definition.disk(target, "remove-disk").id)
        case .diskBus(let target, let bus): try definition.moveDisk(target, to: bus)
        case .diskDriver(let target, let option, let value):
            let disk = try definition.disk(target, "disk-\(option)")
            if value.isEmpty {
                if let driver = disk.first("driver") { definition.document.removeAttribute(option, of: driver.id) }
            } else {
                let driver = disk.first("driver")?.id ?? definition.document.insert(NewElement("driver"), into: disk.id)
                definition.document.setAttribute(option, to: value, of: driver)
            }
        case .addNetwork(let text): try definition.addNetwork(text)
        case .removeNetwork(let which):
            definition.document.remove(try definition.adapter(which, "remove-network").id)
        case .networkModel(let which, let model):
            let adapter = try definition.adapter(which, "network-model")
            guard !model.isEmpty else { throw InvalidValue("network-model", which + "=", "say which model") }
            let element =
                adapter.first("model")?.id ?? definition.document.insert(NewElement("model"), into: adapter.id)
            definition.document.setAttribute("type", to: model, of: element)
        case .timer(let name, let value): try definition.setTimer(name, value)
        case .tag(let name, let value):
            guard !name.isEmpty else { throw InvalidValue("tag", "=" + value, "a tag needs a name") }
            definition.setTag(name, to: value)
        case .removeTag(let name):
            guard definition.tags.contains(where: { $0.name == name }) else {
                throw InvalidValue("remove-tag", name, "there is no such tag", isAbsence: true)
            }
            definition.setTag(name, to: nil)
        }
    }
}

extension DomainDocument {
    fileprivate func disk(_ target: String, _ option: String) throws -> XMLNode {
        let disks = node.all("devices/disk")
        if let disk = disks.first(where: { $0.value("target/@dev") == target }) { return disk }
        let targets = disks.compactMap { $0.value("target/@dev") }.joined(separator: ", ")
        throw InvalidValue(
            option, target, "there is no such disk" + (targets.isEmpty ? "" : ", of \(targets)"), isAbsence: true)
    }

    /// An address and a controller of the old bus mean nothing on the new one, nor does the name.
    fileprivate mutating func moveDisk(_ target: String, to bus: String) throws {
        let disk = try disk(target, "disk-bus")
        guard !bus.isEmpty, let element = disk.first("target") else {
            throw InvalidValue("disk-bus", target + "=" + bus, "say which bus")
        }
        if disk.value("target/@bus") == bus { return }
        document.setAttribute("bus", to: bus, of: element.id)
        if let address = disk.first("address") { document.remove(address.id) }
    }

    fileprivate func adapter(_ which: String, _ option: String) throws -> XMLNode {
        let adapters = node.all("devices/interface")
        if let number = Int(which), adapters.indices.contains(number - 1) { return adapters[number - 1] }
        let byAddress = adapters.first { $0.value("mac/@address")?.lowercased() == which.lowercased() }
        if let byAddress { return byAddress }
        throw InvalidValue(
            option, which, "there is no such adapter: give its hardware address, or its number, of \(adapters.count)",
            isAbsence: true)
    }
}
