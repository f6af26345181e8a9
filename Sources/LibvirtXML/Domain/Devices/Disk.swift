extension DomainDocument {
    /// A disk, a CD-ROM drive or a floppy drive.
    public struct Disk: ElementFields {
        /// What the content comes from; ``DiskType/file`` when nothing is said.
        public let type = Field<DiskType>("@type").or(.file)
        /// What the guest sees; ``DiskDevice/disk`` when nothing is said.
        public let device = Field<DiskDevice>("@device").or(.disk)
        /// The generation of a virtio disk.
        public let model = Field<VirtioModel>("@model")
        /// How it takes part in snapshots.
        public let snapshot = Field<SnapshotKind>("@snapshot")
        /// Whether the guest may send it raw commands.
        public let hasRawAccess = Switch(yesNo: "@rawio")
        /// Which SCSI commands of the guest are let through.
        public let genericSCSI = Field<GenericSCSI>("@sgio")
        /// Everything that can be said of where the content is.
        public let details = Child<StorageSource>("source")
        /// The storage pool of a ``DiskType/volume``.
        public let pool = Field<String>("source/@pool")
        /// The emulator's back end, such as `qemu`.
        public let driverName = Field<String>("driver/@name")
        /// The image format, such as `qcow2` or `raw`.
        public let format = Field<ImageFormat>("driver/@type")
        /// How the host caches.
        public let cache = Field<Cache>("driver/@cache")
        /// How the host reads and writes.
        public let io = Field<IOMode>("driver/@io")
        /// Whether the guest can give storage back.
        public let discard = Field<Discard>("driver/@discard")
        /// What becomes of zeroes that the guest writes.
        public let detectsZeroes = Field<ZeroDetection>("driver/@detect_zeroes")
        /// What happens when a write, or a read without a policy, fails.
        public let errorPolicy = Field<ErrorPolicy>("driver/@error_policy")
        /// What happens when a read fails.
        public let readErrorPolicy = Field<ErrorPolicy>("driver/@rerror_policy")
        /// Whether what is read of a backing file goes into the image.
        public let copiesOnRead = Switch(onOff: "driver/@copy_on_read")
        /// Whether requests wake a thread without stopping the guest.
        public let usesIOEventFD = Switch(onOff: "driver/@ioeventfd")
        /// Whether interrupts are merged.
        public let usesEventIndex = Switch(onOff: "driver/@event_idx")
        /// The I/O thread that serves it.
        public let ioThread = Field<Int>("driver/@iothread")
        /// The number of queues.
        public let queues = Field<Int>("driver/@queues")
        /// The requests that fit a queue.
        public let queueSize = Field<Int>("driver/@queue_size")
        /// How much of the image's own tables is kept in memory.
        public let metadataCache = Amount("driver/metadata_cache/max_size", .bytes)
        /// What every virtio device can be told.
        public let virtio = Child<VirtioDriver>("driver")
        /// The name that the guest may give it, such as `vda`; unique in a definition.
        public let target = Field<String>("target/@dev")
        /// The bus that it is on.
        public let bus = Field<DiskBus>("target/@bus")
        /// Whether the tray of a drive is open.
        public let tray = Field<Tray>("target/@tray")
        /// Whether a USB disk says that it can be taken out.
        public let isRemovable = Switch(onOff: "target/@removable")
        /// The turns a minute that it claims; 1 is a drive without moving parts.
        public let rotationRate = Field<Int>("target/@rotation_rate")
        /// Whether the guest may not write to it.
        public let isReadOnly = Presence("readonly")
        /// Whether several guests may use it at once.
        public let isShareable = Presence("shareable")
        /// Whether what the guest writes is gone when it stops.
        public let isTransient = Presence("transient")
        /// Whether other guests may use the image of a transient disk.
        public let sharesBacking = Switch(yesNo: "transient/@shareBacking")
        /// The serial number that the guest reads.
        public let serial = Field<String>("serial")
        /// The world wide name.
        public let wwn = Field<String>("wwn")
        /// The vendor that the guest reads.
        public let vendor = Field<String>("vendor")
        /// The product that the guest reads.
        public let product = Field<String>("product")
        /// Its place in the boot order, from 1.
        public let bootOrder = Field<Int>("boot/@order")
        /// What a mainframe is to load from it.
        public let loadParameter = Field<String>("boot/@loadparm")
        /// Who logs in to the server.
        public let credentials = Child<Credentials>("auth")
        /// How the content is encrypted.
        public let encryption = Child<Encryption>("encryption")
        /// The image below, of which this one holds the changes.
        public let backingStore = Child<BackingStore>("backingStore")
        /// The copy that is being made, in a running guest's definition.
        public let mirror = Child<Mirror>("mirror")
        /// The most that the guest may read and write.
        public let tuning = Child<DiskTuning>("iotune")
        /// The size of a block for the guest.
        public let logicalBlockSize = Amount("blockio/@logical_block_size", always: .bytes)
        /// The size of a block of the medium.
        public let physicalBlockSize = Amount("blockio/@physical_block_size", always: .bytes)
        /// The cylinders that the guest reads.
        public let cylinders = Field<Int>("geometry/@cyls")
        /// The heads that the guest reads.
        public let heads = Field<Int>("geometry/@heads")
        /// The sectors that the guest reads.
        public let sectors = Field<Int>("geometry/@secs")
        /// How the BIOS translates the geometry.
        public let translation = Field<Translation>("geometry/@trans")
        /// The Xen domain that serves it.
        public let backendDomain = Field<String>("backenddomain/@name")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `virtio-disk0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()

        /// How a disk takes part in snapshots.
        public struct SnapshotKind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Not at all.
            public static let omitted: Self = "no"
            /// In the image itself.
            public static let inside: Self = "internal"
            /// In a new image on top.
            public static let external: Self = "external"
            /// By other means than libvirt's.
            public static let manual: Self = "manual"
        }

        /// Which SCSI commands of a guest are let through.
        public struct GenericSCSI: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Harmless ones.
            public static let filtered: Self = "filtered"
            /// All.
            public static let unfiltered: Self = "unfiltered"
        }

        /// How the host caches a disk.
        public struct Cache: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// What the hypervisor likes.
            public static let unspecified: Self = "default"
            /// Not at all; the guest is told that its writes may be cached by the disk.
            public static let uncached: Self = "none"
            /// Reads only.
            public static let writeThrough: Self = "writethrough"
            /// Reads and writes; the guest flushes.
            public static let writeBack: Self = "writeback"
            /// Not at all, and every write waits for the disk.
            public static let directSync: Self = "directsync"
            /// Reads and writes, and flushes are ignored.
            public static let unsafe: Self = "unsafe"
        }

        /// How the host reads and writes a disk.
        public struct IOMode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Threads that block.
            public static let threads: Self = "threads"
            /// The kernel's asynchronous calls.
            public static let native: Self = "native"
            /// The kernel's rings.
            public static let ring: Self = "io_uring"
        }

        /// Whether a guest can give storage back.
        public struct Discard: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It cannot.
            public static let ignore: Self = "ignore"
            /// It can.
            public static let unmap: Self = "unmap"
        }

        /// What becomes of zeroes that a guest writes.
        public struct ZeroDetection: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// They are written.
            public static let off: Self = "off"
            /// They are marked as zeroes.
            public static let on: Self = "on"
            /// Their storage is given back.
            public static let unmap: Self = "unmap"
        }

        /// What happens when a disk fails.
        public struct ErrorPolicy: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The guest pauses.
            public static let stop: Self = "stop"
            /// The guest is told.
            public static let report: Self = "report"
            /// Nothing.
            public static let ignore: Self = "ignore"
            /// The guest pauses when the host's storage is full, else it is told.
            public static let enospace: Self = "enospace"
        }

        /// Whether the tray of a drive is open.
        public struct Tray: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It is.
            public static let open: Self = "open"
            /// It is not.
            public static let closed: Self = "closed"
        }

        /// How the BIOS translates the geometry of a disk.
        public struct Translation: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Not at all.
            public static let untouched: Self = "none"
            /// To blocks.
            public static let lba: Self = "lba"
            /// As the BIOS likes.
            public static let auto: Self = "auto"
        }
    }
}
