extension View<DomainDocument.Disk> {
    /// The file, block device, folder, volume or network name that the type speaks of; `nil` for an empty drive.
    public var source: String? {
        get { self["source/@" + self.type.sourceAttribute] }
        set { self["source/@" + self.type.sourceAttribute] = newValue }
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
    /// - Returns: The element, for `DomainDocument.disks`.
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
