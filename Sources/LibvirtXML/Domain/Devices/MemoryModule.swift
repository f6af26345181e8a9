public import FoundationEssentials

extension DomainDocument {
    /// A module of memory.
    public struct MemoryModule: ElementFields {
        /// What the guest sees.
        public let model = Field<Model>("@model")
        /// Who else sees it.
        public let access = Field<MemoryAccess>("@access")
        /// Whether its content is thrown away before the host's memory is freed.
        public let isDiscarded = Switch(yesNo: "@discard")
        /// The identity of a persistent module.
        public let uuid = Field<UUID>("uuid")
        /// The file or device that is the memory.
        public let path = Field<String>("source/path")
        /// The size of the host's pages.
        public let pageSize = Amount("source/pagesize")
        /// The host's NUMA nodes that it comes from.
        public let nodes = Field<NumberSet>("source/nodemask")
        /// What its place in the file is a multiple of.
        public let alignment = Amount("source/alignsize")
        /// Whether the path is persistent memory.
        public let isPersistent = Presence("source/pmem")
        /// How large it is.
        public let size = Amount("target/size")
        /// The guest's NUMA node that it belongs to.
        public let numaNode = Field<Int>("target/node")
        /// How much of it holds labels.
        public let labelSize = Amount("target/label/size")
        /// Whether the guest may not write to it.
        public let isReadOnly = Presence("target/readonly")
        /// What a virtio module grows and shrinks by.
        public let blockSize = Amount("target/block")
        /// How much of a virtio module the guest should use.
        public let requested = Amount("target/requested")
        /// How much of a virtio module the guest uses, in a running guest's definition.
        public let current = Amount("target/current")
        /// Where it begins in the guest's memory.
        public let baseAddress = Field<HexNumber>("target/address/@base")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `dimm0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()

        /// The models of a memory module.
        public struct Model: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Plain memory.
            public static let dimm: Self = "dimm"
            /// Memory that keeps its content.
            public static let nvdimm: Self = "nvdimm"
            /// The same, by virtio.
            public static let virtioPersistent: Self = "virtio-pmem"
            /// Memory that grows and shrinks.
            public static let virtio: Self = "virtio-mem"
            /// Memory for Intel's enclaves.
            public static let enclave: Self = "sgx-epc"
        }
    }
}
