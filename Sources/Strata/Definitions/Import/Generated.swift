internal import LibvirtXML

/// The parts of a definition that libvirt makes, or may have made.
struct Generated: Sendable {
    /// Where they are, such as `devices/*/alias` or `vcpu/@placement`.
    var path: String
    /// Whether the guest is known by it.
    var isIdentity = false

    /// All of them; what is in others comes after them.
    static let parts: [Generated] =
        [Generated(path: "@id"), Generated(path: "uuid", isIdentity: true)]
        + [Generated(path: "devices/interface/mac", isIdentity: true)]
            + """
            currentMemory seclabel cpu os/nvram os/loader os/boot vcpu/@placement
            devices/controller devices/console devices/input devices/memballoon devices/audio devices/hub devices/watchdog
            devices/emulator devices/*/alias devices/*/address devices/disk/source/@index devices/disk/backingStore
            devices/controller/target devices/controller/model
            devices/interface/target devices/serial/target/model devices/serial/target devices/video/model/@primary
            """.split(whereSeparator: \.isWhitespace).map { Generated(path: String($0)) }

    /// The elements that are the part, or have it as an attribute.
    func places(in document: XMLDocument) -> [XMLNode.ID] {
        let steps = path.split(separator: "/").filter { !$0.hasPrefix("@") }
        return steps.reduce([document.root]) { parents, name in
            parents.flatMap { $0.elements.filter { name == "*" || $0.name == name } }
        }.map(\.id)
    }

    /// Whether libvirt would make one of the places in what the host keeps again as it is.
    func isMade(_ element: XMLNode.ID, in stored: DomainDocument) -> Bool {
        let part = stored.document.node(element)
        switch path {
        case "os/nvram":
            // A template stands there unasked only where the firmware was found by libvirt.
            let isFound = stored.node.value("os/@firmware") != nil
            return part.text.trimmed.hasSuffix("/qemu/nvram/\(stored.name ?? "")_VARS.fd")
                && (isFound || part.attribute("template") == nil)
        case "devices/controller" where part.attribute("model") == "pcie-to-pci-bridge":
            // It is made for a device that needs it, and none is on an empty one.
            let bus = part.attribute("index").flatMap { Int($0) }
            return Generated(path: "devices/*/address").places(in: stored.document).map(stored.document.node).contains {
                $0.attribute("type") == "pci" && $0.attribute("bus").flatMap { Int($0.dropFirst(2), radix: 16) } == bus
            }
        default: return true
        }
    }

    func remove(_ element: XMLNode.ID, from document: inout XMLDocument) {
        if let attribute = path.split(separator: "@").last, path.contains("@") {
            document.removeAttribute(String(attribute), of: element)
        } else {
            let parent = document.node(element).parent
            document.remove(element)
            // Nothing but the line ends would be left.
            if let parent, document.node(parent.id).elements.isEmpty, document.node(parent.id).text.trimmed.isEmpty {
                document.setText("", of: parent.id)
            }
        }
    }

    /// The newest machine of the kind, whatever its version: `q35` for `pc-q35-7.2`, `pc` for `pc-i440fx-7.2`.
    static func unversioned(_ machine: String) -> String? {
        let words = machine.split(separator: "-")
        guard words.count > 1, let version = words.last, version.first?.isNumber == true else { return nil }
        let family = words.dropFirst(words.first == "pc" ? 1 : 0).dropLast().joined(separator: "-")
        return family == "i440fx" ? "pc" : family
    }
}
