public import Quantities

/// The host's processors and memory, in short.
///
/// The product of the four counts is what can be plugged in; ``processors`` is what is there now. Hosts of an unusual
/// shape report it only roughly here and exactly in ``ConnectionReference/capabilities``.
public struct NodeInfo: Hashable, Sendable {
    /// The processors' architecture, such as `x86_64`.
    public var model: String
    /// The memory of the host.
    public var memory: ByteCount
    /// How many logical processors are active.
    public var processors: Int
    /// Their clock in MHz; `nil` where the host does not say.
    public var megahertz: Int?
    /// How many NUMA cells the host has.
    public var cells: Int
    /// How many sockets a cell has.
    public var socketsPerCell: Int
    /// How many cores a socket has.
    public var coresPerSocket: Int
    /// How many threads a core has.
    public var threadsPerCore: Int

    /// How many logical processors the host could have, those that are switched off included.
    public var maximumProcessors: Int { cells * socketsPerCell * coresPerSocket * threadsPerCore }
}

/// Which of the host's processors work.
public struct NodeCPUs: Hashable, Sendable {
    /// How many there are.
    public var count: Int
    /// Those that are switched on.
    public var online: CPUMap
}

/// How many memory pages of one size are free.
public struct FreePages: Hashable, Sendable {
    /// The NUMA cell; `nil` for the whole host.
    public var cell: Int?
    /// The size of one page.
    public var size: ByteCount
    /// How many are free.
    public var count: UInt64
}
