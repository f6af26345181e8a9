extension DomainDocument {
    /// A folder of the host that a guest sees.
    public struct Filesystem: ElementFields {
        /// What the content comes from.
        public let type = Field<Kind>("@type")
        /// Whose rights count.
        public let accessMode = Field<AccessMode>("@accessmode")
        /// What happens when the folder spans several devices.
        public let multiDevices = Field<MultiDevices>("@multidevs")
        /// The rights of new files.
        public let fileMode = Field<String>("@fmode")
        /// The rights of new folders.
        public let folderMode = Field<String>("@dmode")
        /// The generation of the virtio device.
        public let model = Field<VirtioModel>("@model")
        /// What serves it, such as `path` or `virtiofs`.
        public let driverType = Field<Driver>("driver/@type")
        /// The format of an image.
        public let format = Field<ImageFormat>("driver/@format")
        /// Whether writes wait for the host's disk: `immediate`.
        public let writePolicy = Field<String>("driver/@wrpolicy")
        /// The requests that fit the queue.
        public let queueSize = Field<Int>("driver/@queue")
        /// What every virtio device can be told.
        public let virtio = Child<VirtioDriver>("driver")
        /// The folder.
        public let folder = Field<String>("source/@dir")
        /// The image file.
        public let file = Field<String>("source/@file")
        /// The block device.
        public let device = Field<String>("source/@dev")
        /// The name of a container's template.
        public let template = Field<String>("source/@name")
        /// The socket of a process that serves it.
        public let socket = Field<String>("source/@socket")
        /// The size of a file system in memory.
        public let memoryLimit = Amount("source/@usage", .kibibytes, unit: "units")
        /// The storage pool.
        public let pool = Field<String>("source/@pool")
        /// The volume of the pool.
        public let volume = Field<String>("source/@volume")
        /// The program that serves it.
        public let program = Field<String>("binary/@path")
        /// Whether extended attributes are passed on.
        public let keepsAttributes = Switch(onOff: "binary/@xattr")
        /// How the guest caches.
        public let cacheMode = Field<Caching>("binary/cache/@mode")
        /// How the program is locked in.
        public let sandboxMode = Field<Sandbox>("binary/sandbox/@mode")
        /// Whether POSIX locks are passed on.
        public let locksPOSIX = Switch(onOff: "binary/lock/@posix")
        /// Whether BSD locks are passed on.
        public let locksFiles = Switch(onOff: "binary/lock/@flock")
        /// The threads of the program.
        public let threads = Field<Int>("binary/thread_pool/@size")
        /// The folder in a container, or the name by which the guest mounts it.
        public let target = Field<String>("target/@dir")
        /// Whether the guest may not write to it.
        public let isReadOnly = Presence("readonly")
        /// The most that may be stored.
        public let hardLimit = Amount("space_hard_limit", .bytes)
        /// The most that should be stored.
        public let softLimit = Amount("space_soft_limit", .bytes)
        /// Its place in the boot order, from 1.
        public let bootOrder = Field<Int>("boot/@order")
        /// What a mainframe is to load from it.
        public let loadParameter = Field<String>("boot/@loadparm")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `fs0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()

        /// What the content of a file system comes from.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A folder.
            public static let mount: Self = "mount"
            /// A container's template.
            public static let template: Self = "template"
            /// An image file.
            public static let file: Self = "file"
            /// A block device.
            public static let block: Self = "block"
            /// Memory.
            public static let memory: Self = "ram"
            /// Another folder of the container.
            public static let bind: Self = "bind"
            /// A volume of a storage pool.
            public static let volume: Self = "volume"
        }

        /// Whose rights count in a shared folder.
        public struct AccessMode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The guest's.
            public static let passthrough: Self = "passthrough"
            /// The emulator's; the guest's are kept beside.
            public static let mapped: Self = "mapped"
            /// The emulator's; failures to set the guest's are ignored.
            public static let squash: Self = "squash"
        }

        /// What happens when a shared folder spans several devices.
        public struct MultiDevices: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// What the hypervisor likes.
            public static let unspecified: Self = "default"
            /// Numbers of files are changed so that each is there once.
            public static let remap: Self = "remap"
            /// The guest sees the first device only.
            public static let forbid: Self = "forbid"
            /// The host is warned.
            public static let warn: Self = "warn"
        }

        /// What serves a folder to a guest.
        public struct Driver: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The emulator.
            public static let path: Self = "path"
            /// The emulator, by handles.
            public static let handle: Self = "handle"
            /// A process of its own.
            public static let virtioFS: Self = "virtiofs"
            /// The kernel's loop device.
            public static let loop: Self = "loop"
            /// A network block device.
            public static let nbd: Self = "nbd"
            /// Virtuozzo's loop device.
            public static let ploop: Self = "ploop"
        }

        /// How a guest caches a shared folder.
        public struct Caching: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Not at all.
            public static let never: Self = "none"
            /// As if nobody else wrote to it.
            public static let always: Self = "always"
        }

        /// How a program that serves a folder is locked in.
        public struct Sandbox: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// By namespaces.
            public static let namespace: Self = "namespace"
            /// By another root.
            public static let chroot: Self = "chroot"
        }
    }
}
