public import Quantities

/// What a new guest is to be; what is not said follows from the operating system.
///
/// ```swift
/// var spec = GuestSpec("web", from: .image("debian-12-generic-amd64.qcow2"))
/// spec.memory = .gibibytes(2)
/// let guest = try await GuestCreation.plan(spec, on: host).perform()  // defined and started
/// ```
public struct GuestSpec: Hashable, Sendable {
    /// The guest's name.
    public var name: String
    /// What it boots from.
    public var source: Source
    /// The operating system, such as `debian12`; without it, what the image or the medium tells.
    public var system: String?
    /// The number of virtual processors.
    public var cpus: Int?
    /// The memory.
    public var memory: ByteCount?
    /// The size of the first disk; zero for none where there need not be one.
    public var diskSize: ByteCount?
    /// More disks.
    public var moreDisks: [MoreDisk] = []
    /// The network adapters; `nil` for one on the host's usual network.
    public var adapters: [AdapterDescription]?
    /// The firmware.
    public var firmware: FirmwareChoice?
    /// Whether there is a TPM 2.0; `nil` for what the system wants.
    public var hasTPM: Bool?
    /// The screen; `nil` for none where the console does.
    public var display: Display?
    /// What an image is told at its first boot.
    public var firstBoot = FirstBoot()
    /// The storage pool for new disks.
    public var pool = GuestSpec.usualPool
    /// Whether it starts with the host.
    public var isAutostarted = false
    /// Whether it is started at once.
    public var isStarted = true
    /// With which accelerator.
    public var accelerator = AcceleratorPreference.auto
    /// Whether it may have devices that are made for guests.
    public var style = VirtualHardware.Style.paravirtual
    /// A file that gets the definition, too, to be kept in a folder.
    public var file: String?

    /// The storage pool that everybody has, or can have.
    public static let usualPool = "default"

    /// A guest that boots from `source`.
    public init(_ name: String, from source: Source) { (self.name, self.source) = (name, source) }

    /// What a guest boots from.
    public enum Source: Hashable, Sendable {
        /// The image of an installed system, of which the guest gets a copy-on-write overlay.
        case image(String)
        /// A bootable medium, and a new disk beside it.
        case iso(String)
        /// A disk that is there: its path, or `path=…,format=…`.
        case disk(String)
        /// A kernel that is started directly, with its initial RAM disk and its command line.
        case kernel(String, initrd: String? = nil, commandLine: String? = nil)
        /// A definition of its own, in a file.
        case definition(String)
        /// The network.
        case network
    }

    /// A disk besides the first.
    public enum MoreDisk: Hashable, Sendable {
        /// A new one of that size.
        case new(ByteCount)
        /// One that is there: its path, or `path=…,format=…,bus=…`.
        case existing(String)
    }

    /// The firmware of a new guest.
    public enum FirmwareChoice: String, CaseIterable, Sendable {
        /// The PC's old one.
        case bios
        /// UEFI that starts anything.
        case uefi
        /// UEFI that starts only what is signed.
        case secureUEFI = "uefi-secure"
    }

    /// How the screen of a new guest is seen.
    public enum Display: String, CaseIterable, Sendable {
        /// Not at all: there is none.
        case none
        /// By VNC, from this host only.
        case vnc
        /// By SPICE, from this host only.
        case spice
    }
}
