public import FoundationEssentials
public import Quantities

/// The definition of a guest, as libvirt reads it: the user's text, with typed access to it.
///
/// ```swift
/// var document = try DomainDocument(contentsOf: "domains/web.xml")
/// document.memory = .gibibytes(4)
/// document.disks[0].source = "/images/web.qcow2"
/// try document.write(to: "domains/web.xml")     // comments, order and quotes are as they were
/// ```
public struct DomainDocument: LibvirtDocument {
    /// The name of the outermost element.
    public static let rootName = "domain"
    /// The document, for everything that has no property of its own.
    public var document: XMLDocument
    /// The identity of the `<domain>` element.
    public let id: XMLNode.ID

    /// A view of a document whose outermost element is a `<domain>`.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }

    /// What runs the guest, such as ``DomainType/kvm``.
    public var type: DomainType? {
        get { self["@type", as: DomainType.self] }
        set { self["@type", as: DomainType.self] = newValue }
    }

    /// The name, unique on a host.
    public var name: String? {
        get { self["name"] }
        set { self["name"] = newValue }
    }

    /// The identity; libvirt makes one up for a definition without.
    public var uuid: UUID? {
        get { self["uuid"].flatMap(UUID.init(libvirt:)) }
        set { self["uuid"] = newValue?.uuidString.lowercased() }
    }

    /// A line for people.
    public var title: String? {
        get { self["title"] }
        set { self["title"] = newValue }
    }

    /// A text for people.
    public var summary: String? {
        get { self["description"] }
        set { self["description"] = newValue }
    }

    /// The most memory that the guest can have, as it boots.
    public var memory: ByteCount? {
        get { self[amount: "memory"] }
        set { self[amount: "memory"] = newValue }
    }

    /// The memory that the guest has at the moment; what is not said is all of ``memory``.
    public var currentMemory: ByteCount? {
        get { self[amount: "currentMemory"] }
        set { self[amount: "currentMemory"] = newValue }
    }

    /// The most virtual processors that the guest can have.
    public var vcpus: Int? {
        get { self[number: "vcpu"] }
        set { self[number: "vcpu"] = newValue }
    }

    /// The virtual processors that are plugged in at boot; what is not said is all of ``vcpus``.
    public var currentVCPUs: Int? {
        get { self[number: "vcpu/@current"] }
        set { self[number: "vcpu/@current"] = newValue }
    }

    /// How the guest boots.
    public var os: OperatingSystem {
        get { self[view: OperatingSystem.self] }
        set { self[view: OperatingSystem.self] = newValue }
        _modify { yield &self[view: OperatingSystem.self] }
    }

    /// The processor that the guest sees.
    public var cpu: CPU {
        get { self[view: CPU.self] }
        set { self[view: CPU.self] = newValue }
        _modify { yield &self[view: CPU.self] }
    }

    /// The disks, CD-ROM drives and floppy drives.
    public var disks: ElementList<Disk> {
        get { self[list: Disk.self] }
        set { self[list: Disk.self] = newValue }
        _modify { yield &self[list: Disk.self] }
    }

    /// The network adapters.
    public var interfaces: ElementList<NetworkInterface> {
        get { self[list: NetworkInterface.self] }
        set { self[list: NetworkInterface.self] = newValue }
        _modify { yield &self[list: NetworkInterface.self] }
    }

    /// All devices of all kinds in the order in which they are written; the emulator is none.
    public var devices: [Device] {
        node.all("devices").flatMap(\.elements).filter { $0.name != "emulator" }
            .map { Device(document: document, id: $0.id) }
    }
}

extension UUID {
    /// libvirt takes a UUID with or without hyphens, and with space around it.
    fileprivate init?(libvirt text: String) {
        let digits = Array(text.filter { $0 != "-" && !$0.isWhitespace })
        guard digits.count == 32, digits.allSatisfy(\.isHexDigit) else { return nil }
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        self.init(uuidString: groups.joined(separator: "-"))
    }
}
