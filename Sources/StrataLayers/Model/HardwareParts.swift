public import Quantities

/// One NUMA node: memory, and the processors that reach it fastest.
public struct NUMANode: Codable, Sendable, Equatable {
    /// The kernel's number of the node.
    public var id: Int
    /// The node's logical processors as the kernel lists them, such as `0-3,8-11`.
    public var processors: String?
    /// The node's memory.
    public var memory: ByteCount?

    /// A node with what is known of it.
    public init(id: Int, processors: String? = nil, memory: ByteCount? = nil) {
        self.id = id
        self.processors = processors
        self.memory = memory
    }
}

/// One disk of the machine.
public struct BlockDevice: Codable, Sendable, Equatable {
    /// The kernel's name, such as `sda`.
    public var name: String
    /// Its size; `nil` for a drive without a medium.
    public var size: ByteCount?
    /// What the maker calls it.
    public var model: String?
    /// Whether it is a spinning disk; the kernel also says so of a virtual disk whose maker does not tell.
    public var isRotational: Bool?

    /// A disk with what is known of it.
    public init(name: String, size: ByteCount? = nil, model: String? = nil, isRotational: Bool? = nil) {
        self.name = name
        self.size = size
        self.model = model
        self.isRotational = isRotational
    }
}

/// One network adapter of the machine.
public struct NetworkAdapter: Codable, Sendable, Equatable {
    /// The kernel's name, such as `enp3s0`.
    public var name: String
    /// The host driver that serves it.
    public var driver: String?
    /// The speed of its link; `nil` while there is none or the driver does not tell.
    public var megabitsPerSecond: Int?
    /// Its hardware address.
    public var address: String?

    /// An adapter with what is known of it.
    public init(name: String, driver: String? = nil, megabitsPerSecond: Int? = nil, address: String? = nil) {
        self.name = name
        self.driver = driver
        self.megabitsPerSecond = megabitsPerSecond
        self.address = address
    }
}
