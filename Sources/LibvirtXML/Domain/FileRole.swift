/// What a file that a definition names is for.
public struct FileRole: XMLToken {
    /// The word for it.
    public var rawValue: String
    /// The role of that word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A kernel that is booted directly.
    public static let kernel: Self = "kernel"
    /// The initial RAM disk of such a kernel.
    public static let initrd: Self = "initrd"
    /// A device tree.
    public static let deviceTree: Self = "device tree"
    /// Firmware, or something that is handed to it.
    public static let firmware: Self = "firmware"
    /// The variables of the firmware; libvirt makes the file.
    public static let nvram: Self = "nvram"
    /// A disk image, a block device or the image below one.
    public static let disk: Self = "disk"
    /// A folder that the guest sees.
    public static let sharedFolder: Self = "shared folder"
    /// A device of the host.
    public static let hostDevice: Self = "host device"
    /// A program of the host.
    public static let program: Self = "program"
    /// A file of settings.
    public static let configuration: Self = "configuration"
    /// A socket.
    public static let socket: Self = "socket"
    /// What a device of the guest writes to.
    public static let output: Self = "output"
    /// A log.
    public static let log: Self = "log"
}

/// A file that must be there before a guest can start.
public struct ReferencedFile: Sendable {
    /// The path as it is written.
    public var path: String
    /// What it is for.
    public var role: FileRole
    /// The element that names it.
    public var node: XMLNode
}
