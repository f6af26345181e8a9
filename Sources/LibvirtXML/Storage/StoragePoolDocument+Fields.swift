public import FoundationEssentials

extension StoragePoolDocument {
    /// What a definition says of a pool.
    public struct Fields: ElementFields {
        /// What the pool is made of.
        public let type = Field<Kind>("@type")
        /// The name, unique on a host.
        public let name = Field<String>("name")
        /// The identity; libvirt makes one up for a definition without.
        public let uuid = Field<UUID>("uuid")
        /// The room in it, as libvirt reports it.
        public let capacity = Amount("capacity", .bytes)
        /// The room that is used, as libvirt reports it.
        public let allocation = Amount("allocation", .bytes)
        /// The room that is left, as libvirt reports it.
        public let available = Amount("available", .bytes)
        /// What the pool is on.
        public let source = Child<Source>("source")
        /// The folder that volumes are seen in.
        public let path = Field<String>("target/path")
        /// The rights of that folder.
        public let permissions = Child<Permissions>("target/permissions")
        /// Whether files of the pool are copied only when they are written to.
        public let copiesOnWrite = Switch(yesNo: "features/cow/@state")
        /// How the room that a volume uses is found out.
        public let volumeAllocation = Field<AllocationSource>("refresh/volume/@allocation")
        /// What the mount is told besides.
        public let mountOptions = Values<String>("fs:mount_opts/fs:option/@name")
        /// What Ceph is told besides.
        public let cephOptions = Children<Option>("rbd:config_opts/rbd:option")

        /// All fields.
        public static let all = Self()

        /// What a storage pool is made of.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A folder of the host.
            public static let folder: Self = "dir"
            /// A file system that libvirt mounts.
            public static let filesystem: Self = "fs"
            /// A file system of a server that libvirt mounts.
            public static let networkFilesystem: Self = "netfs"
            /// A group of logical volumes.
            public static let logical: Self = "logical"
            /// A disk, whose partitions are volumes.
            public static let disk: Self = "disk"
            /// A server of iSCSI, by the host's devices.
            public static let iscsi: Self = "iscsi"
            /// A server of iSCSI, by the emulator.
            public static let directISCSI: Self = "iscsi-direct"
            /// A SCSI adapter.
            public static let scsi: Self = "scsi"
            /// The devices that are reached by several ways.
            public static let multipath: Self = "mpath"
            /// Ceph.
            public static let rbd: Self = "rbd"
            /// Sheepdog.
            public static let sheepdog: Self = "sheepdog"
            /// Gluster.
            public static let gluster: Self = "gluster"
            /// ZFS.
            public static let zfs: Self = "zfs"
            /// Virtuozzo's storage.
            public static let virtuozzo: Self = "vstorage"
        }

        /// How the room that a volume uses is found out.
        public struct AllocationSource: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// By asking.
            public static let unspecified: Self = "default"
            /// It is what a guest sees.
            public static let capacity: Self = "capacity"
        }
    }

    /// Something that Ceph is told.
    public struct Option: ElementFields {
        /// What.
        public let name = Field<String>("@name")
        /// Its value.
        public let value = Field<String>("@value")

        /// All fields.
        public static let all = Self()
    }

    /// What a storage pool is on.
    public struct Source: ElementFields {
        /// The name of the group, of the server's volume or of the cluster's pool.
        public let name = Field<String>("name")
        /// The folder on the server.
        public let folder = Field<String>("dir/@path")
        /// The servers.
        public let hosts = Children<Host>("host")
        /// The devices.
        public let devices = Children<Device>("device")
        /// The SCSI adapter.
        public let adapter = Child<DomainDocument.SCSIAdapter>("adapter")
        /// The format of the file system or of the partitions.
        public let format = Field<String>("format/@type")
        /// The name by which an iSCSI server knows us.
        public let initiator = Field<String>("initiator/iqn/@name")
        /// Who logs in to the server.
        public let credentials = Child<Credentials>("auth")
        /// The version of NFS.
        public let version = Field<String>("protocol/@ver")
        /// The vendor of the storage.
        public let vendor = Field<String>("vendor/@name")
        /// The product of the storage.
        public let product = Field<String>("product/@name")

        /// All fields.
        public static let all = Self()
    }

    /// A server of a storage pool.
    public struct Host: ElementFields {
        /// Its name or address.
        public let name = Field<String>("@name")
        /// The port.
        public let port = Field<Int>("@port")

        /// All fields.
        public static let all = Self()
    }

    /// A device of a storage pool.
    public struct Device: ElementFields {
        /// The device, or the target of an iSCSI server.
        public let path = Field<String>("@path")
        /// Whether names of partitions have a `p` before the number.
        public let hasSeparator = Switch(yesNo: "@part_separator")
        /// The free parts, as libvirt reports it.
        public let freeExtents = Children<Extent>("freeExtent")

        /// All fields.
        public static let all = Self()
    }

    /// A part of a device.
    public struct Extent: ElementFields {
        /// Where it begins.
        public let start = Amount("@start", always: .bytes)
        /// Where it ends.
        public let end = Amount("@end", always: .bytes)

        /// All fields.
        public static let all = Self()
    }

    /// Who logs in to the server of a storage pool.
    public struct Credentials: ElementFields {
        /// How.
        public let type = Field<Kind>("@type")
        /// The user.
        public let username = Field<String>("@username")
        /// The secret by its UUID.
        public let secretUUID = Field<String>("secret/@uuid")
        /// The secret by what it is used for.
        public let secretUsage = Field<String>("secret/@usage")

        /// All fields.
        public static let all = Self()

        /// How one logs in to the server of a storage pool.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// To iSCSI.
            public static let chap: Self = "chap"
            /// To Ceph.
            public static let ceph: Self = "ceph"
        }
    }
}
