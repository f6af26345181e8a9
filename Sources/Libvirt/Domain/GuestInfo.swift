public import FoundationEssentials
public import Quantities

/// What the guest's agent tells about the guest.
///
/// What the agent did not tell is `nil` or empty.
public struct GuestInfo: Hashable, Sendable {
    /// The users that are logged in.
    public var users: [User] = []
    /// The guest's system.
    public var system = System()
    /// The name of its time zone, such as `CET`.
    public var timeZone: String?
    /// How far its time zone is ahead of UTC.
    public var timeZoneOffset: Duration?
    /// Its host name.
    public var hostname: String?
    /// The file systems that it has mounted.
    public var fileSystems: [FileSystem] = []
    /// Its disks and their partitions.
    public var disks: [Disk] = []
    /// Its network interfaces.
    public var interfaces: [GuestInterface] = []
    /// Everything that has no property here, under libvirt's own names.
    public var others: [String: TypedValue] = [:]

    /// A user that is logged in.
    public struct User: Hashable, Sendable {
        /// The name.
        public var name = ""
        /// The domain of the name, in guests that have such.
        public var domain: String?
        /// When the user logged in.
        public var loginTime: Date?
    }

    /// The guest's system.
    public struct System: Hashable, Sendable {
        /// A word for it, such as `debian`.
        public var id: String?
        /// Its name, such as `Debian GNU/Linux`.
        public var name: String?
        /// Its name with its version.
        public var prettyName: String?
        /// Its version for people.
        public var version: String?
        /// Its version for programs.
        public var versionID: String?
        /// The release of its kernel.
        public var kernelRelease: String?
        /// The version of its kernel.
        public var kernelVersion: String?
        /// The machine for which it was made, such as `x86_64`.
        public var machine: String?
        /// Its variant or edition for people.
        public var variant: String?
        /// Its variant or edition for programs.
        public var variantID: String?
    }

    /// A file system that the guest has mounted.
    public struct FileSystem: Hashable, Sendable {
        /// Where it is mounted.
        public var mountPoint = ""
        /// The guest's name of the device that it is on, such as `sda1`.
        public var name = ""
        /// The kind of file system, such as `ext4`.
        public var type = ""
        /// Its size.
        public var total: ByteCount?
        /// What of it is in use.
        public var used: ByteCount?
        /// The disks that hold it.
        public var disks: [BackingDisk] = []
    }

    /// A disk that holds a file system.
    public struct BackingDisk: Hashable, Sendable {
        /// libvirt's name of it, such as `vda`.
        public var alias: String?
        /// Its serial number.
        public var serial: String?
        /// The guest's path of it.
        public var device: String?
    }

    /// A disk or partition as the guest sees it.
    public struct Disk: Hashable, Sendable {
        /// The guest's path of it.
        public var name = ""
        /// Whether it is a part of another.
        public var isPartition: Bool?
        /// The devices on which it lies, such as the volumes under a logical one.
        public var dependencies: [String] = []
        /// Its serial number.
        public var serial: String?
        /// libvirt's name of it, such as `vda`.
        public var alias: String?
        /// The guest's second name of it.
        public var guestAlias: String?
    }
}
