extension DomainDocument {
    /// Where the content of a disk is: a file, a device, a volume or a server.
    public struct StorageSource: ElementFields {
        /// The image file.
        public let file = Field<String>("@file")
        /// The block device of the host.
        public let device = Field<String>("@dev")
        /// The folder that is shown as a file system.
        public let folder = Field<String>("@dir")
        /// The protocol of a server.
        public let protocolName = Field<ServerProtocol>("@protocol")
        /// The image's name on the server.
        public let name = Field<String>("@name")
        /// What follows the name in the address.
        public let query = Field<String>("@query")
        /// The storage pool.
        public let pool = Field<String>("@pool")
        /// The volume of the pool.
        public let volume = Field<String>("@volume")
        /// How a volume of an iSCSI pool is reached.
        public let mode = Field<PoolMode>("@mode")
        /// The kind of a socket or of a device.
        public let type = Field<Place>("@type")
        /// The socket of a process that serves the disk.
        public let path = Field<String>("@path")
        /// The namespace on an NVMe drive.
        public let namespace = Field<String>("@namespace")
        /// Whether libvirt takes the NVMe drive from the host and gives it back.
        public let isManaged = Switch(yesNo: "@managed")
        /// Whether the connection is encrypted.
        public let usesTLS = Switch(yesNo: "@tls")
        /// The name in the server's certificate.
        public let tlsHostname = Field<String>("@tlsHostname")
        /// What happens when it is not there.
        public let startupPolicy = Field<StartupPolicy>("@startupPolicy")
        /// The number by which commands name it.
        public let index = Field<Int>("@index")
        /// The name of descriptors that were handed to libvirt.
        public let descriptorGroup = Field<String>("@fdgroup")
        /// The servers.
        public let hosts = Children<Server>("host")
        /// The NVMe drive.
        public let address = Child<Address>("address")
        /// Who logs in to the server.
        public let credentials = Child<Credentials>("auth")
        /// How the content is encrypted.
        public let encryption = Child<Encryption>("encryption")
        /// The user on an NFS server.
        public let user = Field<String>("identity/@user")
        /// The group on an NFS server.
        public let group = Field<String>("identity/@group")
        /// The name by which an iSCSI server knows us.
        public let initiator = Field<String>("initiator/iqn/@name")
        /// How much is read ahead.
        public let readAhead = Amount("readahead/@size", always: .bytes)
        /// How long a server may take.
        public let timeout = Time("timeout/@seconds", .seconds)
        /// The cookies for a web server.
        public let cookies = Children<Cookie>("cookies/cookie")
        /// Whether the server's certificate is checked.
        public let verifiesCertificate = Switch(yesNo: "ssl/@verify")
        /// The part of the source that is the disk.
        public let slices = Children<Slice>("slices/slice")
        /// The snapshot on the server.
        public let snapshot = Field<String>("snapshot/@name")
        /// The configuration of the server's client library.
        public let configuration = Field<String>("config/@file")
        /// How SCSI reservations are passed on.
        public let reservations = Child<Reservations>("reservations")
        /// Whether a broken connection is made again.
        public let reconnect = Child<Reconnect>("reconnect")
        /// The security labels of the source.
        public let labels = Children<SecurityLabel>("seclabel")

        /// All fields.
        public static let all = Self()

        /// The protocols that disks are served by.
        public struct ServerProtocol: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Network block device.
            public static let nbd: Self = "nbd"
            /// iSCSI.
            public static let iscsi: Self = "iscsi"
            /// Ceph.
            public static let rbd: Self = "rbd"
            /// Gluster.
            public static let gluster: Self = "gluster"
            /// NFS, without a mount.
            public static let nfs: Self = "nfs"
            /// Sheepdog.
            public static let sheepdog: Self = "sheepdog"
            /// The web.
            public static let http: Self = "http"
            /// The web, encrypted.
            public static let https: Self = "https"
            /// File transfer.
            public static let ftp: Self = "ftp"
            /// File transfer, encrypted.
            public static let ftps: Self = "ftps"
            /// Trivial file transfer.
            public static let tftp: Self = "tftp"
            /// Veritas HyperScale.
            public static let vxhs: Self = "vxhs"
        }

        /// How a volume of an iSCSI pool is reached.
        public struct PoolMode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// As a block device of the host.
            public static let host: Self = "host"
            /// By the emulator itself.
            public static let direct: Self = "direct"
        }

        /// What kind of socket or device a source is.
        public struct Place: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A PCI device.
            public static let pci: Self = "pci"
            /// A socket of the host.
            public static let unix: Self = "unix"
        }
    }
}
