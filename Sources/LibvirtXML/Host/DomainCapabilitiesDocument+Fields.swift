extension DomainCapabilitiesDocument {
    /// What guests of one kind can have.
    public struct Fields: ElementFields {
        /// The program that runs them.
        public let emulator = Field<String>("path")
        /// What runs them.
        public let type = Field<DomainType>("domain")
        /// The machine type.
        public let machine = Field<String>("machine")
        /// The processor architecture.
        public let architecture = Field<String>("arch")
        /// The most virtual processors.
        public let maximumVCPUs = Field<Int>("vcpu/@max")
        /// Whether there are I/O threads.
        public let hasIOThreads = Switch(yesNo: "iothreads/@supported")
        /// How they boot.
        public let os = Child<Offer>("os")
        /// The firmware.
        public let loader = Child<Offer>("os/loader")
        /// Where the model of a processor can come from.
        public let cpuModes = Children<CPUMode>("cpu/mode")
        /// What memory can be made of.
        public let memoryBacking = Child<Offer>("memoryBacking")
        /// Disks.
        public let disk = Child<Offer>("devices/disk")
        /// Ways to see the screen.
        public let graphics = Child<Offer>("devices/graphics")
        /// Graphics adapters.
        public let video = Child<Offer>("devices/video")
        /// Devices of the host.
        public let hostDevice = Child<Offer>("devices/hostdev")
        /// Sources of randomness.
        public let randomGenerator = Child<Offer>("devices/rng")
        /// Shared folders.
        public let filesystem = Child<Offer>("devices/filesystem")
        /// Trusted platform modules.
        public let tpm = Child<Offer>("devices/tpm")
        /// USB devices of the viewer's.
        public let redirectedDevice = Child<Offer>("devices/redirdev")
        /// Channels to programs in the guest.
        public let channel = Child<Offer>("devices/channel")
        /// Devices that encrypt.
        public let crypto = Child<Offer>("devices/crypto")
        /// Arm's interrupt controllers.
        public let gic = Child<Offer>("features/gic")
        /// What Microsoft's systems can use.
        public let hyperv = Child<Offer>("features/hyperv")
        /// Whether a guest can tell where its crash notes are.
        public let hasCoreInfo = Switch(yesNo: "features/vmcoreinfo/@supported")
        /// Whether a guest can be told that it was set back in time.
        public let hasGenerationID = Switch(yesNo: "features/genid/@supported")
        /// Whether a definition may name the images below.
        public let readsBackingStores = Switch(yesNo: "features/backingStoreInput/@supported")
        /// Whether there are backup jobs.
        public let hasBackup = Switch(yesNo: "features/backup/@supported")
        /// Whether a mainframe hides guests' memory.
        public let hasProtectedVMs = Switch(yesNo: "features/s390-pv/@supported")
        /// Whether AMD's processor hides guests' memory.
        public let hasSEV = Switch(yesNo: "features/sev/@supported")
        /// The bit of an address that marks hidden memory.
        public let sevEncryptionBit = Field<Int>("features/sev/cbitpos")
        /// The bits of an address that are lost.
        public let sevReducedAddressBits = Field<Int>("features/sev/reducedPhysBits")
        /// The most guests whose memory is hidden.
        public let sevGuests = Field<Int>("features/sev/maxGuests")
        /// The most guests whose registers are hidden, too.
        public let sevESGuests = Field<Int>("features/sev/maxESGuests")
        /// Whether guests can have Intel's enclaves.
        public let hasSGX = Switch(yesNo: "features/sgx/@supported")
        /// Whether anybody may start an enclave.
        public let hasFlexibleLaunch = Switch(yesNo: "features/sgx/flc")
        /// Whether the first version is there.
        public let hasSGX1 = Switch(yesNo: "features/sgx/sgx1")
        /// Whether the second version is there.
        public let hasSGX2 = Switch(yesNo: "features/sgx/sgx2")
        /// The memory for enclaves.
        public let sgxMemory = Amount("features/sgx/section_size")
        /// That memory by NUMA node.
        public let sgxSections = Children<EnclaveSection>("features/sgx/sections/section")

        /// All fields.
        public static let all = Self()
    }

    /// Something that guests can have, and the values that its settings may take.
    public struct Offer: ElementFields {
        /// Whether they can.
        public let isSupported = Switch(yesNo: "@supported")
        /// The files or names that can be chosen.
        public let values = Values<String>("value")
        /// The settings.
        public let choices = Children<Choice>("enum")

        /// All fields.
        public static let all = Self()
    }

    /// A setting and the values that it may take.
    public struct Choice: ElementFields {
        /// The setting, such as `bus`.
        public let name = Field<String>("@name")
        /// The values.
        public let values = Values<String>("value")

        /// All fields.
        public static let all = Self()
    }

    /// Where the model of a processor can come from.
    public struct CPUMode: ElementFields {
        /// The mode.
        public let name = Field<DomainDocument.CPU.Mode>("@name")
        /// Whether it can.
        public let isSupported = Switch(yesNo: "@supported")
        /// The vendor of the model that the host's would be.
        public let vendor = Field<String>("vendor")
        /// The models.
        public let models = Children<CPUModel>("model")
        /// What is added to the model or taken from it.
        public let features = Children<DomainDocument.CPUFeature>("feature")
        /// Other settings.
        public let choices = Children<Choice>("enum")
        /// How the width of addresses is given.
        public let addressMode = Field<DomainDocument.AddressMode>("maxphysaddr/@mode")
        /// The greatest width of addresses.
        public let addressLimit = Field<Int>("maxphysaddr/@limit")

        /// All fields.
        public static let all = Self()
    }

    /// A model of a processor.
    public struct CPUModel: ElementFields {
        /// Its name.
        public let name = Field<String>("")
        /// Whether the host can run it.
        public let usable = Field<Usability>("@usable")
        /// Its vendor.
        public let vendor = Field<String>("@vendor")
        /// The vendor that the guest reads.
        public let vendorID = Field<String>("@vendor_id")
        /// Whether a similar model may take its place.
        public let fallback = Field<DomainDocument.CPU.Fallback>("@fallback")
        /// Whether it will go.
        public let isDeprecated = Switch(yesNo: "@deprecated")

        /// All fields.
        public static let all = Self()

        /// Whether a host can run a model of a processor.
        public struct Usability: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It can.
            public static let usable: Self = "yes"
            /// It cannot.
            public static let unusable: Self = "no"
            /// Nobody knows.
            public static let unknown: Self = "unknown"
        }
    }

    /// Memory for enclaves in a NUMA node.
    public struct EnclaveSection: ElementFields {
        /// The node.
        public let numaNode = Field<Int>("@node")
        /// How much there is.
        public let size = Amount("@size")

        /// All fields.
        public static let all = Self()
    }
}
