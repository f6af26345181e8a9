/// What the content of a disk comes from.
public struct DiskType: XMLToken {
    /// The word in the definition.
    public var rawValue: String
    /// The type of that name, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An image file.
    public static let file: Self = "file"
    /// A block device of the host.
    public static let block: Self = "block"
    /// A folder, shown to the guest as a file system.
    public static let directory: Self = "dir"
    /// A server, by one of several protocols.
    public static let network: Self = "network"
    /// A volume of a storage pool.
    public static let volume: Self = "volume"
    /// An NVMe drive of the host.
    public static let nvme: Self = "nvme"
    /// Another process, by a vhost-user socket.
    public static let vhostUser: Self = "vhostuser"

    /// The attribute of `<source>` that names it.
    var sourceAttribute: String {
        switch self {
        case .block: "dev"
        case .directory: "dir"
        case .network: "name"
        case .volume: "volume"
        case .vhostUser: "path"
        default: "file"
        }
    }
}

/// What a guest sees a disk as.
public struct DiskDevice: XMLToken {
    /// The word in the definition.
    public var rawValue: String
    /// The device of that name, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A hard disk.
    public static let disk: Self = "disk"
    /// A CD-ROM drive.
    public static let cdrom: Self = "cdrom"
    /// A floppy drive.
    public static let floppy: Self = "floppy"
    /// A whole SCSI unit of the host.
    public static let lun: Self = "lun"
}

/// The bus that a disk is on.
public struct DiskBus: XMLToken {
    /// The word in the definition.
    public var rawValue: String
    /// The bus of that name, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Paravirtual, the fastest.
    public static let virtio: Self = "virtio"
    /// SCSI, through a controller of any model.
    public static let scsi: Self = "scsi"
    /// SATA.
    public static let sata: Self = "sata"
    /// IDE, which needs no driver that is not in every system.
    public static let ide: Self = "ide"
    /// USB.
    public static let usb: Self = "usb"
    /// The floppy controller.
    public static let floppyController: Self = "fdc"
    /// SD cards.
    public static let sdCard: Self = "sd"
    /// Xen's.
    public static let xen: Self = "xen"
    /// User-mode Linux's.
    public static let userMode: Self = "uml"
}
