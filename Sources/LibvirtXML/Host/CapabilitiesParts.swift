extension CapabilitiesDocument {
    /// A size of pages.
    public struct PageSize: ElementFields {
        /// The size.
        public let size = Amount("@size")

        /// All fields.
        public static let all = Self()
    }

    /// A NUMA node of a host.
    public struct Cell: ElementFields {
        /// Its number.
        public let number = Field<Int>("@id")
        /// Its memory.
        public let memory = Amount("memory")
        /// Its pages by size.
        public let pages = Children<PageCount>("pages")
        /// How far other nodes are.
        public let distances = Children<DomainDocument.NUMADistance>("distances/sibling")
        /// Its processors.
        public let processors = Children<Processor>("cpus/cpu")
        /// The number of its processors.
        public let processorCount = Field<Int>("cpus/@num")
        /// The caches beside its memory.
        public let caches = Children<DomainDocument.NUMACache>("cache")

        /// All fields.
        public static let all = Self()
    }

    /// The pages of one size in a NUMA node.
    public struct PageCount: ElementFields {
        /// The size.
        public let size = Amount("@size")
        /// How many there are.
        public let count = Field<Int>("")

        /// All fields.
        public static let all = Self()
    }

    /// A processor of a host.
    public struct Processor: ElementFields {
        /// Its number.
        public let number = Field<Int>("@id")
        /// Its socket.
        public let socket = Field<Int>("@socket_id")
        /// Its die.
        public let die = Field<Int>("@die_id")
        /// Its core.
        public let core = Field<Int>("@core_id")
        /// The threads of the core.
        public let siblings = Field<NumberSet>("@siblings")

        /// All fields.
        public static let all = Self()
    }

    /// A cache of a host.
    public struct CacheBank: ElementFields {
        /// Its number.
        public let number = Field<Int>("@id")
        /// Its level.
        public let level = Field<Int>("@level")
        /// What it holds.
        public let type = Field<DomainDocument.CacheContent>("@type")
        /// How large it is.
        public let size = Amount("@size")
        /// The processors that use it.
        public let processors = Field<NumberSet>("@cpus")
        /// How it can be shared out.
        public let controls = Children<CacheControl>("control")

        /// All fields.
        public static let all = Self()
    }

    /// How a cache can be shared out.
    public struct CacheControl: ElementFields {
        /// What the size of a part is a multiple of.
        public let granularity = Amount("@granularity")
        /// The least part.
        public let minimum = Amount("@min")
        /// What it holds.
        public let type = Field<DomainDocument.CacheContent>("@type")
        /// The most parts.
        public let maximumParts = Field<Int>("@maxAllocs")

        /// All fields.
        public static let all = Self()
    }

    /// What can be measured of the use of caches or memory bandwidth.
    public struct Monitor: ElementFields {
        /// The level of the cache.
        public let level = Field<Int>("@level")
        /// The use below which a monitor is free again.
        public let reuseThreshold = Field<Int>("@reuseThreshold")
        /// The most monitors.
        public let maximumMonitors = Field<Int>("@maxMonitors")
        /// What is measured.
        public let features = Values<String>("feature/@name")

        /// All fields.
        public static let all = Self()
    }

    /// The bandwidth of a NUMA node's memory.
    public struct BandwidthNode: ElementFields {
        /// The node.
        public let number = Field<Int>("@id")
        /// The processors that use it.
        public let processors = Field<NumberSet>("@cpus")
        /// What a part is a multiple of, in hundredths.
        public let granularity = Field<Int>("control/@granularity")
        /// The least part, in hundredths.
        public let minimum = Field<Int>("control/@min")
        /// The most parts.
        public let maximumParts = Field<Int>("control/@maxAllocs")

        /// All fields.
        public static let all = Self()
    }

    /// A security module of a host.
    public struct SecurityModel: ElementFields {
        /// Its name, such as `apparmor`.
        public let model = Field<String>("model")
        /// The domain in which its labels count.
        public let domain = Field<String>("doi")
        /// The labels that guests get.
        public let baseLabels = Children<BaseLabel>("baselabel")

        /// All fields.
        public static let all = Self()
    }

    /// The label that guests of one kind get.
    public struct BaseLabel: ElementFields {
        /// The kind of guest, such as `kvm`.
        public let type = Field<String>("@type")
        /// The label.
        public let label = Field<String>("")

        /// All fields.
        public static let all = Self()
    }

    /// A kind of guest that a host can run.
    public struct Guest: ElementFields {
        /// What kind of system it is: `hvm` for a full machine, `exe` for a container.
        public let osType = Field<String>("os_type")
        /// The processor architecture.
        public let architecture = Field<String>("arch/@name")
        /// The bits of an address.
        public let wordSize = Field<Int>("arch/wordsize")
        /// The program that runs it.
        public let emulator = Field<String>("arch/emulator")
        /// The firmware.
        public let loader = Field<String>("arch/loader")
        /// The machine types.
        public let machines = Children<Machine>("arch/machine")
        /// What can run it.
        public let domains = Children<GuestDomain>("arch/domain")
        /// Whether there is ACPI.
        public let acpi = Child<Toggle>("features/acpi")
        /// Whether there are interrupts for several processors.
        public let apic = Child<Toggle>("features/apic")
        /// Whether the processor helps with paging.
        public let nestedPaging = Child<Toggle>("features/hap")
        /// Whether disks can have snapshots in new images.
        public let diskSnapshots = Child<Toggle>("features/disksnapshot")
        /// Whether 32-bit systems can use more than 4 GiB.
        public let hasPAE = Presence("features/pae")
        /// Whether they need not.
        public let hasNonPAE = Presence("features/nonpae")
        /// Whether an Itanium can count from the other end.
        public let isBigEndian = Presence("features/ia64_be")
        /// Whether the model of the processor can be chosen.
        public let choosesCPU = Presence("features/cpuselection")
        /// Whether single devices have a place in the boot order.
        public let bootsDevices = Presence("features/deviceboot")

        /// All fields.
        public static let all = Self()
    }

    /// Something that a guest has, and whether it can be chosen.
    public struct Toggle: ElementFields {
        /// Whether it has it when nothing is said.
        public let isDefault = Switch(onOff: "@default")
        /// Whether it can be chosen.
        public let isChoice = Switch(yesNo: "@toggle")

        /// All fields.
        public static let all = Self()
    }

    /// A machine type.
    public struct Machine: ElementFields {
        /// Its name, such as `q35`.
        public let name = Field<String>("")
        /// The name that it stands for, such as `pc-q35-7.2`.
        public let canonical = Field<String>("@canonical")
        /// The most virtual processors.
        public let maximumVCPUs = Field<Int>("@maxCpus")
        /// Whether it will go.
        public let isDeprecated = Switch(yesNo: "@deprecated")

        /// All fields.
        public static let all = Self()
    }

    /// What can run a kind of guest.
    public struct GuestDomain: ElementFields {
        /// What it is, such as ``DomainType/kvm``.
        public let type = Field<DomainType>("@type")
        /// The program, when it is another one.
        public let emulator = Field<String>("emulator")
        /// The machine types, when they are others.
        public let machines = Children<Machine>("machine")

        /// All fields.
        public static let all = Self()
    }
}
