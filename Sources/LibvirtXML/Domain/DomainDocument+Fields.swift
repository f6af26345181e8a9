public import FoundationEssentials

extension DomainDocument {
    /// What a definition says of a guest as a whole.
    public struct Fields: ElementFields {
        /// What runs the guest, such as ``DomainType/kvm``.
        public let type = Field<DomainType>("@type")
        /// The number of a running guest.
        public let number = Field<Int>("@id")
        /// The name, unique on a host.
        public let name = Field<String>("name")
        /// The identity; libvirt makes one up for a definition without.
        public let uuid = Field<UUID>("uuid")
        /// The number that changes when the guest is set back in time.
        public let generationID = Field<UUID>("genid")
        /// Whether the guest has such a number, if only one that libvirt makes up.
        public let asksForGenerationID = Presence("genid")
        /// A line for people.
        public let title = Field<String>("title")
        /// A text for people.
        public let summary = Field<String>("description")
        /// The most memory that the guest can have, as it boots.
        public let memory = Amount("memory")
        /// The memory that the guest has at the moment; what is not said is all of ``memory``.
        public let currentMemory = Amount("currentMemory")
        /// Whether a dump of the emulator holds the guest's memory.
        public let dumpsMemory = Switch(onOff: "memory/@dumpCore")
        /// The most memory that the guest can have with modules plugged in.
        public let maximumMemory = Amount("maxMemory")
        /// The slots for such modules.
        public let memorySlots = Field<Int>("maxMemory/@slots")
        /// The most virtual processors that the guest can have.
        public let vcpus = Field<Int>("vcpu")
        /// The virtual processors that are plugged in at boot; what is not said is all of ``vcpus``.
        public let currentVCPUs = Field<Int>("vcpu/@current")
        /// The host's processors that virtual ones may run on.
        public let vcpuSet = Field<NumberSet>("vcpu/@cpuset")
        /// Who chooses those processors.
        public let vcpuPlacement = Field<Placement>("vcpu/@placement")
        /// What is said of single virtual processors.
        public let vcpuStates = Children<VCPU>("vcpus/vcpu")
        /// The number of I/O threads.
        public let ioThreads = Field<Int>("iothreads")
        /// What is said of single I/O threads.
        public let ioThreadDetails = Children<IOThread>("iothreadids/iothread")
        /// How many helpers the emulator's main thread may have.
        public let defaultIOThread = Child<IOThread>("defaultiothread")
        /// The program that picks a kernel for a Xen guest.
        public let bootloader = Field<String>("bootloader")
        /// What that program is told.
        public let bootloaderArguments = Field<String>("bootloader_args")
        /// How the guest boots.
        public let os = Child<OperatingSystem>("os")
        /// What firmware tells the guest of its maker.
        public let systemInfo = Children<SystemInfo>("sysinfo")
        /// The processor that the guest sees.
        public let cpu = Child<CPU>("cpu")
        /// What the hypervisor offers.
        public let features = Child<Features>("features")
        /// The guest's clock.
        public let clock = Child<Clock>("clock")
        /// How processor time is given.
        public let cpuTuning = Child<CPUTuning>("cputune")
        /// The limits on memory.
        public let memoryTuning = Child<MemoryTuning>("memtune")
        /// What the guest's memory is made of.
        public let memoryBacking = Child<MemoryBacking>("memoryBacking")
        /// The host's NUMA nodes that memory comes from.
        public let numaTuning = Child<NUMATuning>("numatune")
        /// How storage is shared with other guests.
        public let blockTuning = Child<BlockTuning>("blkiotune")
        /// The control group that the guest is in.
        public let partition = Field<String>("resource/partition")
        /// The name by which the storage network knows the guest's traffic.
        public let fibreChannelAppID = Field<String>("resource/fibrechannel/@appid")
        /// What happens when the guest turns itself off.
        public let onPowerOff = Field<LifecycleAction>("on_poweroff")
        /// What happens when the guest reboots.
        public let onReboot = Field<LifecycleAction>("on_reboot")
        /// What happens when the guest crashes.
        public let onCrash = Field<LifecycleAction>("on_crash")
        /// What happens when a lock is lost.
        public let onLockFailure = Field<LockFailureAction>("on_lockfailure")
        /// Whether firmware offers sleep.
        public let canSuspendToMemory = Switch(yesNo: "pm/suspend-to-mem/@enabled")
        /// Whether firmware offers hibernation.
        public let canSuspendToDisk = Switch(yesNo: "pm/suspend-to-disk/@enabled")
        /// What is counted.
        public let performanceEvents = Children<PerformanceEvent>("perf/event")
        /// The host's users that a container's users are.
        public let userMap = Children<IDMap>("idmap/uid")
        /// The host's groups that a container's groups are.
        public let groupMap = Children<IDMap>("idmap/gid")
        /// What other programs keep with the definition.
        public let metadata = MetadataField()
        /// The program that runs the guest.
        public let emulator = Field<String>("devices/emulator")
        /// The disks, CD-ROM drives and floppy drives.
        public let disks = Children<Disk>("devices/disk")
        /// The controllers that other devices are on.
        public let controllers = Children<Controller>("devices/controller")
        /// The network adapters.
        public let interfaces = Children<NetworkInterface>("devices/interface")
        /// The ways to see and use the screen.
        public let graphics = Children<Graphics>("devices/graphics")
        /// The graphics adapters.
        public let videos = Children<Video>("devices/video")
        /// The sound adapters.
        public let sounds = Children<Sound>("devices/sound")
        /// What sound comes from and goes to on the host.
        public let audios = Children<Audio>("devices/audio")
        /// The serial ports.
        public let serials = Children<CharacterDevice>("devices/serial")
        /// The parallel ports.
        public let parallels = Children<CharacterDevice>("devices/parallel")
        /// The consoles; the first one is often the first serial port.
        public let consoles = Children<CharacterDevice>("devices/console")
        /// The channels to programs in the guest.
        public let channels = Children<CharacterDevice>("devices/channel")
        /// Keyboards, mice and the like.
        public let inputs = Children<Input>("devices/input")
        /// The devices of the host that the guest is given.
        public let hostDevices = Children<HostDevice>("devices/hostdev")
        /// The USB devices of the viewer's.
        public let redirectedDevices = Children<RedirectedDevice>("devices/redirdev")
        /// Which of those may come in.
        public let redirectionRules = Children<RedirectionRule>("devices/redirfilter/usbdev")
        /// The folders of the host that the guest sees.
        public let filesystems = Children<Filesystem>("devices/filesystem")
        /// The smart cards.
        public let smartCards = Children<SmartCard>("devices/smartcard")
        /// The USB hubs.
        public let hubs = Children<Hub>("devices/hub")
        /// The watchdogs.
        public let watchdogs = Children<Watchdog>("devices/watchdog")
        /// The balloon, by which the host takes memory back.
        public let memoryBalloon = Child<MemoryBalloon>("devices/memballoon")
        /// The modules of memory.
        public let memoryModules = Children<MemoryModule>("devices/memory")
        /// The sources of randomness.
        public let randomGenerators = Children<RandomGenerator>("devices/rng")
        /// The trusted platform modules.
        public let tpms = Children<TPM>("devices/tpm")
        /// The devices by which the guest tells that it crashed.
        public let panics = Children<Panic>("devices/panic")
        /// The memory that is shared with other guests.
        public let sharedMemories = Children<SharedMemory>("devices/shmem")
        /// The socket between host and guest.
        public let vsock = Child<VSock>("devices/vsock")
        /// What stands between devices and memory.
        public let iommu = Child<IOMMU>("devices/iommu")
        /// The devices that encrypt.
        public let cryptos = Children<Crypto>("devices/crypto")
        /// The locks that keep other hosts from running the guest.
        public let leases = Children<Lease>("devices/lease")
        /// The memory that keeps an IBM POWER machine's settings.
        public let nvram = Child<NVRAM>("devices/nvram")
        /// The labels by which the guest and its files are kept apart.
        public let securityLabels = Children<SecurityLabel>("seclabel")
        /// How the guest's memory is hidden from the host.
        public let launchSecurity = Child<LaunchSecurity>("launchSecurity")
        /// The ciphers of a mainframe's processor that the guest may use.
        public let keyWrapping = Children<KeyWrapping>("keywrap/cipher")
        /// What QEMU is told besides.
        public let qemuArguments = Values<String>("qemu:commandline/qemu:arg/@value")
        /// The environment that QEMU gets besides.
        public let qemuEnvironment = Children<Variable>("qemu:commandline/qemu:env")
        /// What libvirt is to believe that QEMU can.
        public let qemuAddedCapabilities = Values<String>("qemu:capabilities/qemu:add/@capability")
        /// What libvirt is to believe that QEMU cannot.
        public let qemuRemovedCapabilities = Values<String>("qemu:capabilities/qemu:del/@capability")
        /// What QEMU does when something old is used.
        public let qemuDeprecation = Field<Deprecation>("qemu:deprecation/@behavior")
        /// Properties of devices that are set behind libvirt's back.
        public let qemuOverrides = Children<DeviceOverride>("qemu:override/qemu:device")
        /// The network that a container shares.
        public let lxcNetwork = Child<LXCNamespace>("lxc:namespace/lxc:sharenet")
        /// The message queues that a container shares.
        public let lxcIPC = Child<LXCNamespace>("lxc:namespace/lxc:shareipc")
        /// The host name that a container shares.
        public let lxcHostname = Child<LXCNamespace>("lxc:namespace/lxc:shareuts")
        /// What bhyve is told besides.
        public let bhyveArguments = Values<String>("bhyve:commandline/bhyve:arg/@value")
        /// What Xen's device model is told besides.
        public let xenArguments = Values<String>("xen:commandline/xen:arg/@value")
        /// The data centre that a VMware guest is in.
        public let vmwareDatacenter = Field<String>("vmware:datacenterpath")

        /// All fields.
        public static let all = Self()

        /// Who chooses the host's processors or NUMA nodes.
        public struct Placement: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The definition.
            public static let fixed: Self = "static"
            /// The host's `numad`.
            public static let auto: Self = "auto"
        }

        /// What happens when a guest stops.
        public struct LifecycleAction: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It is gone.
            public static let destroy: Self = "destroy"
            /// It starts again.
            public static let restart: Self = "restart"
            /// It stays as it is, to be looked at.
            public static let preserve: Self = "preserve"
            /// It starts again under another name, and the old one stays.
            public static let renameRestart: Self = "rename-restart"
            /// Its memory is written to a file, and it is gone.
            public static let dumpDestroy: Self = "coredump-destroy"
            /// Its memory is written to a file, and it starts again.
            public static let dumpRestart: Self = "coredump-restart"
        }

        /// What happens when a guest's lock is lost.
        public struct LockFailureAction: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It is turned off.
            public static let powerOff: Self = "poweroff"
            /// It starts again.
            public static let restart: Self = "restart"
            /// It pauses.
            public static let pause: Self = "pause"
            /// Nothing.
            public static let ignore: Self = "ignore"
        }

        /// What QEMU does when something old is used.
        public struct Deprecation: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Nothing.
            public static let nothing: Self = "none"
            /// It is not told about it.
            public static let omit: Self = "omit"
            /// It refuses.
            public static let reject: Self = "reject"
            /// It ends.
            public static let crash: Self = "crash"
        }
    }
}
