/// A disk, a CD-ROM drive or a floppy drive.
public struct Disk: ElementView {
    /// Where disks stand in a definition.
    public static let path = "devices/disk"
    /// The document that is read and edited.
    public var document: XMLDocument
    /// The identity of the `<disk>`.
    public let id: XMLNode.ID

    /// A view of the `<disk>` of that identity.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }

    /// What the content comes from; ``DiskType/file`` when nothing is said.
    public var type: DiskType {
        get { self["@type", as: DiskType.self] ?? .file }
        set { self["@type", as: DiskType.self] = newValue }
    }
    /// What the guest sees; ``DiskDevice/disk`` when nothing is said.
    public var device: DiskDevice {
        get { self["@device", as: DiskDevice.self] ?? .disk }
        set { self["@device", as: DiskDevice.self] = newValue }
    }
    /// The file, block device, folder, volume or network name that ``type`` speaks of; `nil` for an empty drive.
    public var source: String? {
        get { self["source/@" + type.sourceAttribute] }
        set { self["source/@" + type.sourceAttribute] = newValue }
    }
    /// The storage pool of a ``DiskType/volume``.
    public var pool: String? {
        get { self["source/@pool"] }
        set { self["source/@pool"] = newValue }
    }
    /// The image format, such as `qcow2` or `raw`.
    public var format: String? {
        get { self["driver/@type"] }
        set { self["driver/@type"] = newValue }
    }
    /// How the host caches, such as `none` or `writeback`.
    public var cache: String? {
        get { self["driver/@cache"] }
        set { self["driver/@cache"] = newValue }
    }
    /// The name that the guest may give it, such as `vda`; unique in a definition.
    public var target: String? {
        get { self["target/@dev"] }
        set { self["target/@dev"] = newValue }
    }
    /// The bus that it is on.
    public var bus: DiskBus? {
        get { self["target/@bus", as: DiskBus.self] }
        set { self["target/@bus", as: DiskBus.self] = newValue }
    }
    /// Whether the guest may not write to it.
    public var isReadOnly: Bool {
        get { self[flag: "readonly"] }
        set { self[flag: "readonly"] = newValue }
    }
    /// Whether several guests may use it at once.
    public var isShareable: Bool {
        get { self[flag: "shareable"] }
        set { self[flag: "shareable"] = newValue }
    }
    /// The serial number that the guest reads.
    public var serial: String? {
        get { self["serial"] }
        set { self["serial"] = newValue }
    }
    /// Its place in the boot order, from 1.
    public var bootOrder: Int? {
        get { self[number: "boot/@order"] }
        set { self[number: "boot/@order"] = newValue }
    }
}

extension NewElement {
    /// A disk on an image file, with its format said: guessing formats is a known way out of a guest.
    ///
    /// - Parameters:
    ///   - file: The image.
    ///   - format: The image format, such as `qcow2` or `raw`.
    ///   - target: The name for the guest, such as `vda`.
    ///   - bus: The bus that it is on.
    ///   - device: What the guest sees.
    ///   - isReadOnly: Whether the guest may not write to it.
    /// - Returns: The element, for ``DomainDocument/disks``.
    public static func disk(
        file: String, format: String, target: String, bus: DiskBus = .virtio, device: DiskDevice = .disk,
        isReadOnly: Bool = false
    ) -> NewElement {
        NewElement("disk", ["type": "file", "device": device.rawValue]) {
            NewElement("driver", ["name": "qemu", "type": format])
            NewElement("source", ["file": file])
            NewElement("target", ["dev": target, "bus": bus.rawValue])
            if isReadOnly { NewElement("readonly") }
        }
    }
}
