extension RuleSet {
    /// What two elements that belong together do not really differ in.
    static let domainReconciliations: [String: Reconciliation] = [
        "": { before, after, _ in
            // All of the memory stays all of it, whatever the amount.
            guard before["currentMemory"] == before["memory"], after["currentMemory"] == after["memory"] else { return }
            before.children.removeAll { $0.key == "currentMemory" }
            after.children.removeAll { $0.key == "currentMemory" }
        },
        "vcpu": { before, after, _ in
            guard before["@current"] == before.text, after["@current"] == after.text else { return }
            before["@current"] = nil
            after["@current"] = nil
        },
        "genid": { before, after, _ in
            // libvirt makes one up for an empty element.
            if before.text == nil || after.text == nil { (before.text, after.text) = (nil, nil) }
        },
        "os": { before, after, sides in
            reconcileFirmware(&before, &after, isRunning: sides.other.isRunning)
            reconcileFirmware(&after, &before, isRunning: sides.own.isRunning)
        },
        "os/type": { before, after, sides in
            reconcileMachines(&before, &after, isPC: MachineTraits(of: sides.own).isPC)
        },
        "cpu": { before, after, _ in
            reconcileCPU(asked: before, given: &after)
            reconcileCPU(asked: after, given: &before)
        },
        "clock": { before, after, sides in
            // The guest has set its clock since it was started.
            guard sides.own.isRunning != sides.other.isRunning, before.meaning("@offset") == "variable" else { return }
            before["@adjustment"] = nil
            after["@adjustment"] = nil
        },
        "devices/controller": { before, after, _ in
            guard before.meaning("@type") == "pci", before["@model"] == nil || after["@model"] == nil else { return }
            before["@model"] = nil
            after["@model"] = nil
        },
        "devices/interface": { before, after, _ in
            reconcileInterface(&before, &after)
            reconcileInterface(&after, &before)
        },
    ]

    /// A machine type without a version stands for the newest one, and none at all for `pc` on a PC.
    private static func reconcileMachines(_ before: inout Fact, _ after: inout Fact, isPC: Bool) {
        let usual = isPC ? "pc" : nil
        guard let left = before.meaning("@machine") ?? usual, let right = after.meaning("@machine") ?? usual else {
            before["@machine"] = nil
            after["@machine"] = nil
            return
        }
        if left == Machine(right).alias || right == Machine(left).alias {
            before["@machine"] = nil
            after["@machine"] = nil
        }
    }

    /// Where firmware was found for a guest, this is shown beside what it was found by, or while the guest runs in its
    /// place: what nobody asked for in it is no difference.
    private static func reconcileFirmware(_ asked: inout Fact, _ given: inout Fact, isRunning: Bool) {
        guard asked["@firmware"] != nil, given["loader"] != nil, isRunning || given["@firmware"] != nil else { return }
        given["@firmware"] = asked["@firmware"]
        // The features that it was chosen for are not shown then.
        asked.children.removeAll { $0.key == "firmware" }
        given.children.removeAll { $0.key == "firmware" }
        for name in ["loader", "nvram"] {
            guard let wish = asked.first(name) else {
                given.children.removeAll { $0.key == name }
                continue
            }
            for index in given.children.indices where given.children[index].key == name {
                if wish.text == nil { given.children[index].text = nil }
                for attribute in given.children[index].attributes.entries where wish.attributes[attribute.name] == nil {
                    given.children[index].attributes[attribute.name] = nil
                }
            }
        }
    }

    /// A running guest shows the model and the features that it was given, whatever was asked for.
    private static func reconcileCPU(asked: Fact, given: inout Fact) {
        guard given.meaning("@check") == "full", asked.meaning("@check") != "full" else { return }
        let isOpen =
            asked.meaning("@mode") == "host-model" || asked.meaning("@match") == "minimum" || !asked.has("model")
        if isOpen, asked.meaning("@mode") != "host-passthrough" {
            let chosen = ["model", "vendor", "feature"]
            given.children =
                given.children.filter { !chosen.contains($0.key) } + asked.children.filter { chosen.contains($0.key) }
            for name in ["@mode", "@match", "@check"] { given[name] = asked[name] }
            return
        }
        given["@check"] = asked["@check"]
        // What it was given is no longer to be replaced by another model.
        if given["model", "@fallback"] != nil { given["model", "@fallback"] = asked["model", "@fallback"] }
        given.children = given.children.filter { $0.key != "feature" } + asked.children("feature")
        if !asked.has("vendor") { given.children.removeAll { $0.key == "vendor" } }
    }

    /// A running guest's adapter on a network shows what the network made of it.
    private static func reconcileInterface(_ asked: inout Fact, _ given: inout Fact) {
        guard given["source", "@portid"] != nil, asked["source", "@portid"] == nil,
            asked.meaning("@type") == "network"
        else { return }
        given["@type"] = asked["@type"]
        let made = ["virtualport", "vlan", "bandwidth", "mtu"].filter { !asked.has($0) }
        given.children.removeAll { made.contains($0.key) }
        if var source = given.first("source") {
            source.attributes.keep("@network", "@portgroup")
            given.children = given.children.map { $0.key == "source" ? source : $0 }
        }
    }
}
