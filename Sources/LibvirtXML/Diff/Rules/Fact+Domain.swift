/// What the whole definition of a guest says of its machine, for those who complete a part of it.
struct MachineTraits: Sendable {
    /// Whether QEMU runs it.
    let isQEMU: Bool
    /// Whether it is a PC: libvirt takes an unsaid architecture for the host's, and nearly all hosts are PCs.
    let isPC: Bool
    /// The model of a network adapter that has none.
    let usualAdapter: String

    init(of domain: Fact) {
        isQEMU = ["kvm", "qemu", "hvf"].contains(domain.meaning("@type"))
        let architecture = domain.meaning("os", "type", "@arch")
        isPC = ["x86_64", "i686", nil].contains(architecture)
        usualAdapter =
            switch architecture {
            case "x86_64", "i686", nil: "rtl8139"
            case "ppc64", "ppc64le": "spapr-vlan"
            default: "virtio"
            }
    }
}

extension Fact {
    /// Whether it is of a running guest, which alone has a number.
    var isRunning: Bool { self["@id"] != nil }

    /// libvirt takes the memory from the NUMA cells and the memory modules where there are cells.
    var memoryOfCells: Value? {
        let cells = first("cpu")?.first("numa")?.children("cell").map { $0.meaning("@memory") } ?? []
        guard !cells.isEmpty else { return nil }
        let modules = first("devices")?.children("memory").map { $0.meaning("target", "size") } ?? []
        var sum: UInt64 = 0
        for amount in cells + modules {
            guard let bytes = amount.flatMap(ValueKind.bytes(in:)) else { return nil }
            sum = sum.addingReportingOverflow(bytes).partialValue
        }
        return ValueKind.amount(unit: "KiB").value(String(sum >> 10), unit: "KiB")
    }

    /// Counts what a running guest's `virtio-mem` has not plugged in yet as part of the memory that it has: how much
    /// that is right now is the guest's own business.
    mutating func countUnpluggedMemory() {
        guard isRunning, let now = meaning("currentMemory").flatMap(ValueKind.bytes(in:)) else { return }
        let modules = first("devices")?.children("memory").filter { $0.meaning("@model") == "virtio-mem" } ?? []
        var sum = now
        for module in modules {
            guard let size = module.meaning("target", "size").flatMap(ValueKind.bytes(in:)),
                let current = module.meaning("target", "current").flatMap(ValueKind.bytes(in:)), current <= size
            else { return }
            sum = sum.addingReportingOverflow(size - current).partialValue
        }
        guard sum != now else { return }
        self["currentMemory"] = ValueKind.amount(unit: "KiB").value(String(sum >> 10), unit: "KiB")
    }

    /// Numbers ports of a kind as libvirt does: what has no number comes behind all that have one.
    mutating func number(_ kind: String) {
        guard has(kind) else { return }
        let places = children.indices.filter { children[$0].key == kind }
        let numbers = places.compactMap { children[$0].meaning("target", "@port").flatMap { Int($0) } }
        var next = numbers.max().map { $0 &+ 1 } ?? 0
        for place in places where children[place]["target", "@port"] == nil {
            children[place]["target", "@port"] = Value(implied: String(next))
            next = next &+ 1
        }
    }

    /// The console on a serial port is that port: it goes where there is one, and becomes one where there is none.
    mutating func joinConsole() {
        let hasPort = has("serial")
        number("console")
        let mirrors = children.indices.filter {
            children[$0].key == "console" && children[$0].meaning("target", "@type") == "serial"
        }
        guard let first = mirrors.first else { return }
        if !hasPort {
            children[first].rename(to: "serial")
            children[first]["target", "@type"] = nil
        }
        for mirror in mirrors.reversed() where hasPort || mirror != first { children.remove(at: mirror) }
    }

    /// Numbers the consoles that are no serial port by themselves: their ports count those that are, too, but not in
    /// a running guest.
    mutating func numberConsoles() {
        for (number, place) in children.indices.filter({ children[$0].key == "console" }).enumerated() {
            children[place]["target", "@port"] = Value(implied: String(number))
        }
    }

    /// The port of a server that says none is the usual one of its protocol.
    mutating func implyPorts() {
        for source in children.indices where children[source].key == "source" && children[source].has("host") {
            let port = children[source].meaning("@protocol").flatMap { Fact.usualPorts[$0] }
            for host in children[source].children.indices where children[source].children[host].key == "host" {
                if children[source].children[host].meaning("@transport") != "unix" {
                    children[source].children[host].imply(port, at: "@port")
                }
            }
        }
    }

    private static let usualPorts = [
        "iscsi": "3260", "nbd": "10809", "http": "80", "https": "443", "ftp": "21", "ftps": "990", "tftp": "69",
        "gluster": "24007", "sheepdog": "7000", "ssh": "22",
    ]

    /// A screen's address and socket have an old place in attributes and a new one in elements.
    mutating func useListenElements() {
        for (old, type) in [("@listen", "address"), ("@socket", "socket")] {
            guard let value = self[old] else { continue }
            if !has("listen") {
                self["listen", "@type"] = Value(implied: type)
                self["listen", "@" + type] = value
            }
            self[old] = nil
        }
        for index in children.indices where children[index].meaning("@type") == "network" {
            children[index]["@address"] = nil
        }
    }

    /// Adds the devices that QEMU guests get without asking.
    mutating func addUsual(isPC: Bool) {
        if !has("memballoon") { addDevice("memballoon", ["@model": "virtio"]) }
        if has("graphics"), !has("video") {
            addDevice("video", isPC ? [:] : ["model/@type": "virtio"])
        }
        guard isPC else { return }
        for type in ["mouse", "keyboard"]
        where !children.contains(where: { $0.key == "input" && $0.isInput(type, on: "ps2") }) {
            addDevice("input", ["@type": type, "@bus": "ps2"])
        }
        if !children.contains(where: { $0.key == "controller" && $0.meaning("@type") == "usb" }) {
            addDevice("controller", ["@type": "usb", "@index": "0"])
        }
    }

    private func isInput(_ type: String, on bus: String) -> Bool {
        meaning("@type") == type && meaning("@bus") == bus
    }

    private mutating func addDevice(_ name: String, _ values: KeyValuePairs<String, String>) {
        var device = Fact(key: name)
        for (path, value) in values { device[path] = Value(implied: value) }
        children.append(device)
    }

    /// Adds a child to the element at a path of one name, which is made where it is missing.
    mutating func add(_ child: Fact, to name: String) {
        if !has(name) { children.append(Fact(key: name)) }
        if let index = index(of: name) { children[index].children.append(child) }
    }

    /// The paths of all that the element says, addresses and names of libvirt's aside.
    var sayings: Set<String> {
        var found = Set(attributes.entries.map(\.name))
        if text != nil { found.insert("") }
        for child in children where child.key != "address" && child.key != "alias" {
            if child.isBare { found.insert(child.key) }
            for saying in child.sayings { found.insert(child.key + "/" + saying) }
        }
        return found
    }
}

/// The name of a machine type.
struct Machine: Hashable, Sendable {
    let name: String

    init(_ name: String) { self.name = name }

    /// The name without its version, such as `pc` for `pc-i440fx-7.2`.
    ///
    /// libvirt replaces it by the newest one of its family.
    var alias: String {
        let families = [
            ("pc-i440fx-", "pc"), ("pc-q35-", "q35"), ("virt-", "virt"), ("pseries-", "pseries"),
            ("s390-ccw-virtio-", "s390-ccw-virtio"),
        ]
        return families.first { name.hasPrefix($0.0) }?.1 ?? name
    }
}
