extension VirtualDevice {
    /// A kind of device, under the name that libvirt's definitions give it.
    public struct Kind: RawRepresentable, Codable, Sendable, Hashable {
        /// libvirt's element name, such as `disk` or `interface`.
        public var rawValue: String

        /// The kind of that name; it need not be one of those known here.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A disk, a CD-ROM drive or a floppy drive.
        public static let disk = Kind(rawValue: "disk")
        /// A network adapter.
        public static let interface = Kind(rawValue: "interface")
        /// A controller that other devices hang on.
        public static let controller = Kind(rawValue: "controller")
        /// A video adapter.
        public static let video = Kind(rawValue: "video")
        /// A sound card.
        public static let sound = Kind(rawValue: "sound")
        /// A serial port.
        public static let serial = Kind(rawValue: "serial")
        /// A parallel port.
        public static let parallel = Kind(rawValue: "parallel")
        /// A text console.
        public static let console = Kind(rawValue: "console")
        /// A channel between guest and host.
        public static let channel = Kind(rawValue: "channel")
        /// A keyboard, a mouse, a tablet.
        public static let input = Kind(rawValue: "input")
        /// A trusted platform module.
        public static let tpm = Kind(rawValue: "tpm")
        /// A source of random numbers.
        public static let rng = Kind(rawValue: "rng")
        /// A balloon that gives memory back to the host.
        public static let memballoon = Kind(rawValue: "memballoon")
        /// A watchdog.
        public static let watchdog = Kind(rawValue: "watchdog")
        /// A folder of the host.
        public static let filesystem = Kind(rawValue: "filesystem")
        /// A device of the host.
        public static let hostdev = Kind(rawValue: "hostdev")
        /// A USB device sent from afar.
        public static let redirdev = Kind(rawValue: "redirdev")
        /// A socket between guest and host.
        public static let vsock = Kind(rawValue: "vsock")
        /// A device that reports a crash of the guest.
        public static let panic = Kind(rawValue: "panic")
        /// Memory shared between guests.
        public static let shmem = Kind(rawValue: "shmem")
        /// A memory module.
        public static let memory = Kind(rawValue: "memory")
        /// An IOMMU.
        public static let iommu = Kind(rawValue: "iommu")
        /// A USB hub.
        public static let hub = Kind(rawValue: "hub")

        /// The resource that such a device takes from the layer below.
        var resource: ResourceUse.Resource {
            switch self {
            case .disk, .filesystem: .storage
            case .interface: .network
            case .memory, .shmem: .memory
            default: .device
            }
        }
    }
}
