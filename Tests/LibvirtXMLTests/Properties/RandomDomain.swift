@testable import LibvirtXML

/// Writes definitions of guests with devices of many kinds, and copies of them that mean the same.
struct RandomDomain {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func document() -> String {
        let mebibytes = 64 * number(1...64)
        var parts = [
            "<name>guest\(number(1...99))</name>", "<memory unit='MiB'>\(mebibytes)</memory>",
            "<currentMemory unit='KiB'>\(mebibytes * 512)</currentMemory>", "<vcpu>\(number(2...16))</vcpu>",
            "<os><type arch='x86_64' machine='\(pick(["pc", "q35"]))'>hvm</type><boot dev='hd'/><boot dev='cdrom'/></os>",
            "<features><acpi/><apic/><hyperv><relaxed state='on'/><spinlocks state='on' retries='8191'/></hyperv></features>",
            "<cpu mode='custom'><model>Nehalem</model><topology sockets='1' cores='2' threads='1'/><feature policy='require' name='vmx'/><feature policy='disable' name='svm'/></cpu>",
            "<clock offset='\(pick(["utc", "localtime"]))'><timer name='rtc' tickpolicy='catchup'/><timer name='hpet' present='no'/></clock>",
            "<cputune><shares>\(number(2...4000))</shares><vcpupin vcpu='0' cpuset='0-2'/><vcpupin vcpu='1' cpuset='1,3'/></cputune>",
            "<memtune><hard_limit unit='GiB'>\(number(5...9))</hard_limit></memtune>",
            "<metadata><x:a xmlns:x='urn:x'>m</x:a></metadata>",
        ].filter { _ in number(0...5) > 0 }
        parts.append("<devices>\(devices())</devices>")
        return "<domain type='kvm'>" + parts.joined() + "</domain>"
    }

    private mutating func devices() -> String {
        var devices: [String] = []
        for letter in "abcdef".prefix(number(0...6)) {
            devices.append(
                "<disk type='file' device='disk'><driver name='qemu' type='\(pick(["raw", "qcow2"]))' cache='none'/><source file='/images/\(letter).img'/><target dev='vd\(letter)' bus='virtio'/><serial>00\(letter)</serial></disk>"
            )
        }
        for index in 0..<number(0...5) {
            devices.append(
                "<interface type='network'><mac address='52:54:00:00:00:a\(index)'/><source network='\(pick(["default", "lab"]))'/><model type='\(pick(["virtio", "e1000"]))'/></interface>"
            )
        }
        devices += [
            "<disk type='file' device='cdrom'><target dev='sda' bus='sata'/></disk>",
            "<controller type='scsi' index='0' model='virtio-scsi'><driver queues='4'/></controller>",
            "<serial type='pty'/>", "<serial type='tcp'><source host='h' service='1'/><target port='3'/></serial>",
            "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>",
            "<graphics type='vnc' port='5907' autoport='no' listen='0.0.0.0'/>",
            "<video><model type='virtio' heads='1'/></video>", "<sound model='ich9'/>",
            "<rng model='virtio'><rate bytes='1024' period='2000'/><backend model='random'>/dev/urandom</backend></rng>",
            "<tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>",
            "<watchdog model='i6300esb' action='poweroff'/>", "<input type='tablet' bus='usb'/>",
            "<hostdev mode='subsystem' type='pci'><source><address domain='0x0000' bus='0x0a' slot='0x01' function='0x0'/></source></hostdev>",
            "<filesystem type='mount'><driver type='virtiofs'/><source dir='/srv'/><target dir='srv'/></filesystem>",
            "<memballoon model='virtio'><stats period='5'/></memballoon>",
        ].filter { _ in number(0...2) > 0 }
        return devices.joined()
    }

    /// The same definition with everything changed that means nothing.
    mutating func disguised(_ document: XMLDocument) -> String { disguised(document.root, isRoot: true) }

    private mutating func disguised(_ node: XMLNode, isRoot: Bool = false) -> String {
        var attributes = node.attributes.shuffled(using: &random)
        var text = node.elements.isEmpty ? node.text : ""
        if let unit = attributes.firstIndex(where: { $0.name == "unit" }), let count = UInt64(text) {
            switch attributes[unit].value {
            case "GiB": (text, attributes[unit].value) = (String(count << 10), "MiB")
            case "MiB": (text, attributes[unit].value) = (String(count << 10), "k")
            case "KiB": attributes.remove(at: unit)
            default: break
            }
        }
        var xml = "<" + node.name
        for (name, value) in attributes {
            let quote = pick(["'", "\""])
            xml +=
                pick([" ", "\n    ", "\t"]) + name + pick(["=", " = "]) + quote + disguised(value, of: name) + quote
        }
        if text.isEmpty, node.elements.isEmpty { return xml + pick(["/>", " />", "></\(node.name)>"]) }
        xml += ">" + String(decoding: Text.encode(text), as: UTF8.self)
        for child in shuffled(node.elements) {
            xml += pick(["\n", "", "<!-- \(child.name) -->", "\n\t\t"]) + disguised(child)
        }
        return xml + "</\(node.name)>"
    }

    private mutating func disguised(_ value: String, of name: String) -> String {
        switch (name, value) {
        case ("address", _) where value.contains(":"): value.uppercased()
        case ("bus", _), ("slot", _), ("function", _):
            Int(value.hasPrefix("0x") ? value.dropFirst(2) : "", radix: 16).map {
                pick([String($0), value, "0x" + String($0, radix: 16)])
            } ?? value
        case ("cpuset", "0-2"): pick(["0,1,2", "0-1,2", "0-5,^3-5"])
        case (_, "on") where name == "state": pick(["on", "yes"])
        default: value
        }
    }

    /// Another order, in which those of one name that are told apart by counting keep theirs.
    private mutating func shuffled(_ nodes: [XMLNode]) -> [XMLNode] {
        let counted: Set<String> = ["boot", "serial", "qemu:arg"]
        var result = nodes.shuffled(using: &random)
        for name in counted {
            var inOrder = nodes.filter { $0.name == name }[...]
            result = result.map { $0.name == name ? inOrder.popFirst() ?? $0 : $0 }
        }
        return result
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: choices.indices, using: &random)]
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
}
