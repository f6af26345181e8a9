/// The namespaces that libvirt's own documents use, by the prefixes of its own examples.
enum Namespaces {
    static let known = [
        "qemu": "http://libvirt.org/schemas/domain/qemu/1.0", "lxc": "http://libvirt.org/schemas/domain/lxc/1.0",
        "xen": "http://libvirt.org/schemas/domain/xen/1.0", "bhyve": "http://libvirt.org/schemas/domain/bhyve/1.0",
        "vmware": "http://libvirt.org/schemas/domain/vmware/1.0",
        "dnsmasq": "http://libvirt.org/schemas/network/dnsmasq/1.0",
        "fs": "http://libvirt.org/schemas/storagepool/fs/1.0", "rbd": "http://libvirt.org/schemas/storagepool/rbd/1.0",
    ]
}

extension XMLDocument {
    /// A path with libvirt's usual prefixes, in the prefixes that this document has for the same namespaces.
    func spelled(_ path: String) -> String {
        guard path.utf8.contains(UInt8(ascii: ":")) else { return path }
        return path.split(separator: "/", omittingEmptySubsequences: false).map { step in
            let parts = step.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2, let namespace = Namespaces.known[parts[0]] else { return String(step) }
            return (prefix(of: namespace) ?? parts[0]) + ":" + parts[1]
        }.joined(separator: "/")
    }

    /// Declares the namespace of a name with a prefix on the outermost element, where that is missing.
    mutating func declareNamespace(of name: String) {
        guard let prefix = name.split(separator: ":").first.map(String.init), name.contains(":"),
            let namespace = Namespaces.known[prefix], self.prefix(of: namespace) == nil
        else { return }
        setAttribute("xmlns:" + prefix, to: namespace, of: root.id)
    }

    /// The prefix that the outermost element declares for a namespace.
    private func prefix(of namespace: String) -> String? {
        root.attributes.first { $0.name.hasPrefix("xmlns:") && $0.value == namespace }.map {
            String($0.name.dropFirst("xmlns:".count))
        }
    }
}
