public import Quantities

/// The control group that a guest's hypervisor was put into: its process, what that started, and the threads in which
/// the kernel works for it.
public struct GroupCounters: Codable, Sendable, Equatable {
    /// The group, such as `/machine.slice/machine-qemu-1-web.scope`.
    public var path: String
    /// The time of all that is in it, since it began; `nil` where it is not counted by group.
    public var time: ThreadTime?
    /// How long what is in it stood still for interrupts, and what the kernel put off from them, in seconds.
    public var interrupted: Double?
    /// The memory that is charged to it; `nil` where it is not counted by group.
    public var memory: GroupMemory?
    /// Why a fact is missing, by the fact's JSON key.
    public var unavailable: [String: String]

    /// A group with what was found.
    public init(
        path: String, time: ThreadTime? = nil, interrupted: Double? = nil, memory: GroupMemory? = nil,
        unavailable: [String: String] = [:]
    ) {
        self.path = path
        self.time = time
        self.interrupted = interrupted
        self.memory = memory
        self.unavailable = unavailable
    }
}

/// The memory that is charged to a control group.
public struct GroupMemory: Codable, Sendable, Equatable {
    /// All of it.
    public var charged: ByteCount
    /// Files that are kept in memory because the group read or wrote them.
    public var files: ByteCount?
    /// What the kernel holds for the group: page tables, stacks, buffers.
    public var kernel: ByteCount?

    /// Memory in its parts.
    public init(charged: ByteCount, files: ByteCount? = nil, kernel: ByteCount? = nil) {
        self.charged = charged
        self.files = files
        self.kernel = kernel
    }
}
