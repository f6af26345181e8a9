/// What the osinfo database knows of an operating system, as far as it matters to a machine for it.
public struct OSProfile: Codable, Hashable, Sendable, Identifiable {
    /// What the database calls it everywhere, such as `http://debian.org/debian/11`.
    public var id: String
    /// What people call it on a command line, such as `debian11`.
    public var shortID: String
    /// Its name.
    public var name: String
    /// Its version.
    public var version: String?
    /// Its family, such as `linux` or `winnt`.
    public var family: String?
    /// The day on which it came out.
    public var released: String?
    /// The day on which its makers stop caring for it.
    public var endOfLife: String?
    /// Less than this does not do.
    public var minimum: OSResources
    /// What it should have.
    public var recommended: OSResources
    /// The virtual devices that it has drivers for from the start, by the database's names, such as `virtio-net`.
    public var devices: [String]
    /// The firmware that it boots with.
    public var firmware: [OSFirmware]
    /// Whether its makers publish images for clouds.
    public var hasCloudImages: Bool
    /// Who can log in to these images.
    public var cloudImageUser: String?
    /// The system that was asked for, when the database does not know it and this is the last one before it.
    public var standsInFor: String?

    /// Whether it has a driver for a device, in any revision: `virtio-net` is also `virtio1.0-net`.
    public func drives(_ device: String) -> Bool {
        devices.contains { $0 == device || $0.replacing("virtio1.0-", with: "virtio-") == device }
    }
}

/// The firmware of a machine.
public enum OSFirmware: String, Codable, Hashable, Sendable, CaseIterable {
    /// The PC's old one.
    case bios
    /// UEFI.
    case uefi
}
